"""What is found in one paragraph: contents and speakers, in the manners of several newsrooms."""

import pytest

from analysis.extract.quotation_marks import find_quotations
from analysis.extract.scene import Report
from analysis.extract.sentences import split_sentences
from analysis.extract.statements import find_reports_in
from analysis.knowledge.cues import read_cues

CUES = read_cues()


def find(text: str) -> list[Report]:
    scope = [(0, len(text))]
    quotations = find_quotations(text, scope)
    sentences = split_sentences(text, scope, quotations=quotations)
    reports = find_reports_in(text, sentences=sentences, quotations=quotations, cues=CUES)
    return [report for report in reports if not report.negated]


def read(text: str) -> list[tuple[str, str]]:
    """Return content and speaker of each report in the order of the text."""
    return [(text[r.start : r.end].strip(" .,“”"), text[slice(*r.speaker)]) for r in sorted(find(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mayor Lena Ortiz told reporters Tuesday that the bridge would reopen before winter.",
            [("the bridge would reopen before winter", "Lena Ortiz")],
        ),
        (
            "Governor Hal Brandt tweeted that he “will never sign this bill.”",
            [("he “will never sign this bill", "Hal Brandt")],
        ),
        (
            "“We are not going anywhere,” Rosa Delgado said in a statement. “This fight has just begun.”",
            [("We are not going anywhere", "Rosa Delgado"), ("This fight has just begun", "Rosa Delgado")],
        ),
        (
            "Walter Greene, who chairs the budget panel, said the plan was dead on arrival.",
            [("the plan was dead on arrival", "Walter Greene")],
        ),
        (
            "“It is a disgrace,” said Paula Whitfield, a Republican strategist in Iowa who has advised three campaigns.",
            [("It is a disgrace", "Paula Whitfield")],
        ),
        (
            "Brandt called Ortiz “the worst mayor in the state” during a rally in Dayton.",
            [("Ortiz “the worst mayor in the state", "Brandt")],
        ),
        (
            "The campaign had discussed a pause in advertising, according to two people familiar with the talks.",
            [("The campaign had discussed a pause in advertising", "two people familiar with the talks")],
        ),
        (
            "Sources say the senator will announce his decision on Friday.",
            [("the senator will announce his decision on Friday", "Sources")],
        ),
        (
            "“I love this state,” Brandt said, “and I intend to win it.”",
            [("I love this state", "Brandt"), ("and I intend to win it", "Brandt")],
        ),
        (
            "Delgado said the proposal was “a disaster for workers” and “an insult to every family.”",
            [("the proposal was “a disaster for workers” and “an insult to every family", "Delgado")],
        ),
        ("Brandt has denied that he ever met the lobbyist.", [("he ever met the lobbyist", "Brandt")]),
        (
            "Ortiz accused Brandt of hiding the letters from investigators.",
            [("Brandt of hiding the letters from investigators", "Ortiz")],
        ),
        (
            "The group urged lawmakers to reject the measure before the recess.",
            [("lawmakers to reject the measure before the recess", "The group")],
        ),
        (
            "Asked whether he would run again, Brandt said he had not decided.",
            [("he had not decided", "Brandt")],
        ),
        (
            "Reporters asked whether the mayor had known about the payments.",
            [("whether the mayor had known about the payments", "Reporters")],
        ),
        ("ORTIZ: “You were not even there.”", [("You were not even there", "ORTIZ")]),
        (
            "In a letter to the committee, Brandt wrote that the audit was flawed.",
            [("the audit was flawed", "Brandt")],
        ),
        (
            "The report found that the agency had ignored two warnings.",
            [("the agency had ignored two warnings", "The report")],
        ),
        (
            "Brandt promised to close the loophole within a year.",
            [("to close the loophole within a year", "Brandt")],
        ),
        (
            "Whitfield argued that the numbers had been misread, insisting that her client was ahead.",
            [("the numbers had been misread", "Whitfield"), ("her client was ahead", "Whitfield")],
        ),
        ("“He has no plan,” the mayor added.", [("He has no plan", "the mayor")]),
        ("The attack left three dead, police said.", [("The attack left three dead", "police")]),
        (
            "A spokesman for the governor, Dan Keller, said Monday that no decision had been made.",
            [("no decision had been made", "Dan Keller")],
        ),
        (
            "But the plan, Greene said, would cost the city millions.",
            [("the plan", "Greene"), ("would cost the city millions", "Greene")],
        ),
        (
            "Greene acknowledged that turnout was low but added that the party had expected worse.",
            [("turnout was low", "Greene"), ("the party had expected worse", "Greene")],
        ),
        (
            "“This is about trust,” she told CNN’s Kate Moran on Sunday. “And trust is gone.”",
            [("This is about trust", "she"), ("And trust is gone", "she")],
        ),
        (
            "Speaking to supporters in Toledo, Brandt said that his rival had “no idea” how trade works.",
            [("his rival had “no idea” how trade works", "Brandt")],
        ),
        (
            "Ortiz said Brandt had lied, and Brandt said Ortiz was desperate.",
            [("Brandt had lied", "Ortiz"), ("Ortiz was desperate", "Brandt")],
        ),
        ("“Why would I do that?” Brandt asked.", [("Why would I do that", "Brandt")]),
        ("“Absolutely not,” said Keller.", [("Absolutely not", "Keller")]),
        (
            "The mayor’s claim that crime has fallen is at odds with the figures.",
            [("crime has fallen", "The mayor")],
        ),
        (
            "Brandt issued a statement saying he was deeply sorry for the remarks.",
            [("he was deeply sorry for the remarks", "Brandt")],
        ),
        (
            "Critics of the deal say it would cost thousands of jobs.",
            [("it would cost thousands of jobs", "Critics of the deal")],
        ),
        ("Her lawyer, Sam Pruitt, told The Gazette she would appeal.", [("she would appeal", "Sam Pruitt")]),
        (
            "“I never said that,” Brandt insisted on Thursday, adding: “Check the tape.”",
            [("I never said that", "Brandt"), ("Check the tape", "Brandt")],
        ),
        ("Pruitt went on to say that the judge had erred.", [("the judge had erred", "Pruitt")]),
        (
            "According to Pruitt, the judge never read the brief.",
            [("the judge never read the brief", "Pruitt")],
        ),
        (
            "According to the group’s director, Nina Hale, donations doubled in March.",
            [("donations doubled in March", "Nina Hale")],
        ),
        (
            "A senior official, who spoke on condition of anonymity, said the talks had collapsed.",
            [("the talks had collapsed", "A senior official")],
        ),
        (
            "Brandt warned of chaos if the vote were delayed. “We cannot let that happen,” he said.",
            [("We cannot let that happen", "he")],
        ),
        (
            "While Greene says the bill is harmless, Delgado says it is a trap.",
            [("the bill is harmless", "Greene"), ("it is a trap", "Delgado")],
        ),
        (
            "Hale, 54, said she had worked there for 20 years.",
            [("she had worked there for 20 years", "Hale")],
        ),
        (
            "“If we lose Ohio,” one adviser said, “it’s over.”",
            [("If we lose Ohio", "one adviser"), ("it’s over", "one adviser")],
        ),
        ("Brandt took to Twitter to say that the story was false.", [("the story was false", "Brandt")]),
        (
            "“My opponent wants to raise your taxes,” Brandt told the crowd, which booed loudly.",
            [("My opponent wants to raise your taxes", "Brandt")],
        ),
        ("Delgado noted that no one had been charged.", [("no one had been charged", "Delgado")]),
        (
            "The White House said Wednesday it would veto the bill.",
            [("it would veto the bill", "White House")],
        ),
        (
            "The senator, a Democrat from Maine, said on Fox News that he would vote no.",
            [("he would vote no", "The senator")],
        ),
        (
            "Brandt repeatedly said that he was not aware of the letter, a claim that prosecutors dispute.",
            [("he was not aware of the letter", "Brandt")],
        ),
        ("He also said there was no collusion.", [("there was no collusion", "He")]),
        (
            "“The president has been clear about this,” Keller said when asked about the tariff.",
            [("The president has been clear about this", "Keller")],
        ),
        (
            "Keller told the newspaper in an email that the trip was private.",
            [("the trip was private", "Keller")],
        ),
        (
            "In an interview with ABC on Sunday, Hale said that she was “not worried at all.”",
            [("she was “not worried at all", "Hale")],
        ),
        ("The bill would pass by June, Greene predicted.", [("The bill would pass by June", "Greene")]),
        ("Both men said the meeting was brief.", [("the meeting was brief", "Both men")]),
        (
            "Brandt’s campaign manager, Tess Lowe, dismissed the poll as “pure fiction.”",
            [("the poll as “pure fiction", "Tess Lowe")],
        ),
        ("Lowe described the ad as misleading.", [("the ad as misleading", "Lowe")]),
        (
            "Ms. Lowe, in an interview, said the attacks “don’t bother” her.",
            [("the attacks “don’t bother” her", "Lowe")],
        ),
        ("“They know the truth,” Ms. Lowe said of the voters.", [("They know the truth", "Lowe")]),
        (
            "He warned that if the deal fell through, prices would rise.",
            [("if the deal fell through, prices would rise", "He")],
        ),
        (
            "Greene said that when he was a boy, the river was clean.",
            [("when he was a boy, the river was clean", "Greene")],
        ),
        (
            "The firm, which is based in Dallas, said it would comply with the order.",
            [("it would comply with the order", "The firm")],
        ),
        ("Local media reported that the convoy had been hit.", [("the convoy had been hit", "Local media")]),
        ("The convoy was hit twice the ministry said.", [("The convoy was hit twice", "the ministry")]),
        (
            "Residents said by phone that shells had landed near the market.",
            [("shells had landed near the market", "Residents")],
        ),
        (
            'An eyewitness said: "We saw smoke everywhere and we ran."',
            [("We saw smoke everywhere and we ran", "An eyewitness")],
        ),
        (
            "Foreign Minister Ivo Petran said at a press conference in Vienna that the truce was holding.",
            [("the truce was holding", "Ivo Petran")],
        ),
        (
            "The ceasefire will be monitored by drones, Petran told the agency.",
            [("The ceasefire will be monitored by drones", "Petran")],
        ),
        (
            "Petran was quoted by the Daily Herald as saying the border was closed.",
            [("the border was closed", "Petran")],
        ),
        (
            "State television cited a commander as saying that the town had fallen.",
            [("the town had fallen", "a commander")],
        ),
        (
            "The ministry said in a statement on its website that two pilots were missing.",
            [("two pilots were missing", "The ministry")],
        ),
        ("The army denied targeting civilians.", [("targeting civilians", "The army")]),
        (
            "Petran, citing intelligence reports, said the rebels had fled.",
            [("the rebels had fled", "Petran")],
        ),
        (
            "“Nobody told us anything,” Hale said.\n“We learned it from the radio.”",
            [("Nobody told us anything", "Hale"), ("We learned it from the radio", "Hale")],
        ),
        (
            "“We waited for hours,” Hale said. “Nobody came.” The road stayed closed.",
            [("We waited for hours", "Hale"), ("Nobody came", "Hale")],
        ),
        ("Hale was blunt: “The city failed us.”", [("The city failed us", "Hale")]),
        ("The judge ruled that the map was unlawful.", [("the map was unlawful", "The judge")]),
        (
            "A new poll shows that half of voters are undecided.",
            [("half of voters are undecided", "A new poll")],
        ),
        (
            "She said she would “think about it” and promised an answer soon.",
            [("she would “think about it", "She")],
        ),
        ("Brandt — who skipped the debate — said he had been ill.", [("he had been ill", "Brandt")]),
        ("Brandt (R-Ohio) said he would not attend.", [("he would not attend", "Brandt")]),
        (
            "Yesterday Brandt said he was tired of the press.",
            [("he was tired of the press", "Yesterday Brandt")],
        ),
        ("“Sad!” he wrote.", [("Sad", "he")]),
        ("The mayor, Lowe said, should resign.", [("The mayor", "Lowe"), ("should resign", "Lowe")]),
        ("Senators demanded that the files be released.", [("the files be released", "Senators")]),
        (
            "The order, signed on Monday, states that all flights must stop.",
            [("all flights must stop", "The order")],
        ),
        ("He told supporters to stay home.", [("supporters to stay home", "He")]),
        (
            "Advisers to the mayor say privately that she is exhausted.",
            [("she is exhausted", "Advisers to the mayor")],
        ),
        ("“It was ‘just talk,’ he told me,” Hale said.", [("It was ‘just talk,’ he told me", "Hale")]),
    ],
)
def test_finds_contents_and_speakers(text: str, expected: list[tuple[str, str]]) -> None:
    edge = " ,.;:“”\"'«»`!?"
    reports = sorted(find(text))
    assert [(text[r.start : r.end].strip(edge), text[slice(*r.speaker)]) for r in reports] == [
        (content.strip(edge), speaker) for content, speaker in expected
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Brandt’s campaign manager, Tess Lowe, who joined the team in May, told CNN on Tuesday morning that the candidate had no regrets about the ad.",
            [("the candidate had no regrets about the ad", "Tess Lowe")],
        ),
        (
            "During an appearance on NBC’s “Today” show, Brandt brushed aside the criticism, saying he had always supported veterans.",
            [("he had always supported veterans", "Brandt")],
        ),
        (
            "“I think people are tired,” Greene told POLITICO. “They want something new. They want change.”",
            [("I think people are tired", "Greene"), ("They want something new. They want change", "Greene")],
        ),
        (
            "Two Republican officials who were briefed on the discussions said the party was weighing a lawsuit.",
            [("the party was weighing a lawsuit", "Two Republican officials")],
        ),
        (
            "Officials familiar with the inquiry, speaking on the condition of anonymity because they were not authorized to discuss it publicly, said agents had found new messages.",
            [("agents had found new messages", "Officials familiar with the inquiry")],
        ),
        (
            "Hale, in her first public comments since the vote, told the newspaper’s editorial board that she felt relieved.",
            [("she felt relieved", "Hale")],
        ),
        (
            "“Look,” Brandt said, “nobody knows the system better than me.”",
            [("Look", "Brandt"), ("nobody knows the system better than me", "Brandt")],
        ),
        (
            "She was, she said, “very disappointed in the outcome.”",
            [("very disappointed in the outcome", "she")],
        ),
        (
            "The Harbor Register reported Monday that the treasurer had resigned, citing court records.",
            [("the treasurer had resigned", "Harbor Register")],
        ),
        (
            "The treasurer has resigned, the newspaper reported.",
            [("The treasurer has resigned", "the newspaper")],
        ),
        (
            "Brandt leads by five points among women, according to a Morning News poll released Sunday.",
            [("Brandt leads by five points among women", "a Morning News poll released Sunday")],
        ),
        ("“That makes me smart,” Brandt interrupted.", [("That makes me smart", "Brandt")]),
        ("As Greene put it: “This is the ballgame.”", [("This is the ballgame", "Greene")]),
        (
            "Brandt, for his part, said the debate had been rigged.",
            [("the debate had been rigged", "Brandt")],
        ),
        ("Asked if she trusted him, Hale replied, “Not at all.”", [("Not at all", "Hale")]),
        (
            "The email, which was obtained by The Post, said the chairman “should not be involved.”",
            [("the chairman “should not be involved", "The email")],
        ),
        (
            "Brandt said in a tweet Wednesday: “The media is lying again.”",
            [("The media is lying again", "Brandt")],
        ),
        (
            "He called the accusation “totally false” and said he would sue.",
            [("the accusation “totally false", "He"), ("he would sue", "He")],
        ),
        (
            "Ortiz has said he is “unfit” to lead and that “his temperament” is dangerous.",
            [("he is “unfit” to lead and that “his temperament” is dangerous", "Ortiz")],
        ),
        (
            "Brandt suggested Ortiz was to blame, telling the crowd: “She did this to you.”",
            [("Ortiz was to blame", "Brandt"), ("She did this to you", "Brandt")],
        ),
        ("Greene, a former federal prosecutor, noted, “The law is clear.”", [("The law is clear", "Greene")]),
        (
            "But he cautioned that it was “too early to tell” whether the votes were there.",
            [("it was “too early to tell” whether the votes were there", "he")],
        ),
        (
            "The candidate told a crowd of 2,000 people in Tampa on Saturday night that he had never met the man.",
            [("he had never met the man", "The candidate")],
        ),
        ("Hale tweeted on Friday, “Enough is enough.”", [("Enough is enough", "Hale")]),
        (
            "Brandt’s lawyers wrote in a court filing that the claim had no merit.",
            [("the claim had no merit", "Brandt’s lawyers")],
        ),
        (
            "FBI Director James Holt told Congress in July that no charges would be filed.",
            [("no charges would be filed", "FBI Director James Holt")],
        ),
        (
            "“The committee takes this seriously,” the statement read.",
            [("The committee takes this seriously", "the statement")],
        ),
        (
            "Several Republicans, including Sen. Ann Lee of Maine, said they would not support him.",
            [("they would not support him", "Several Republicans")],
        ),
        (
            "Both Ortiz and Brandt have said they oppose the deal.",
            [("they oppose the deal", "Ortiz and Brandt")],
        ),
        (
            "Aides said Brandt planned to attend, though they cautioned that plans could change.",
            [("Brandt planned to attend", "Aides"), ("plans could change", "they")],
        ),
        ("“He’s a bully,” the ad says.", [("He’s a bully", "the ad")]),
        (
            "What voters want, Greene said, is honesty from their leaders.",
            [("is honesty from their leaders", "Greene")],
        ),
        ("Brandt agreed, saying, “She’s right about that.”", [("She’s right about that", "Brandt")]),
        (
            "Brandt, 70, disagreed. “It’s a hoax,” he said, adding that scientists had been wrong before.",
            [("It’s a hoax", "he"), ("scientists had been wrong before", "he")],
        ),
        (
            "When asked about the letter, Brandt told reporters, “I have no idea what you’re talking about.”",
            [("I have no idea what you’re talking about", "Brandt")],
        ),
        (
            "He added, without offering evidence, that millions had voted illegally.",
            [("millions had voted illegally", "He")],
        ),
        (
            "“What people don’t get,” she says, leaning forward, “is how hard it is.”",
            [("What people don’t get", "she"), ("is how hard it is", "she")],
        ),
        (
            "Mr. Brandt said on Sunday that he would release his returns “when the audit is finished,” a promise he has made before.",
            [("he would release his returns “when the audit is finished", "Brandt")],
        ),
        (
            "“We’re behind,” acknowledged Lowe, the campaign manager. “But we’re closing.”",
            [("We’re behind", "Lowe"), ("But we’re closing", "Lowe")],
        ),
        (
            "Brandt has repeatedly claimed, without evidence, that the vote was stolen.",
            [("the vote was stolen", "Brandt")],
        ),
        (
            "A person close to the family said that no one had been told.",
            [("no one had been told", "A person close to the")],
        ),
        (
            "Ortiz’s team has long argued that the poll undercounts young voters.",
            [("the poll undercounts young voters", "Ortiz’s team")],
        ),
        (
            "Republicans have accused the agency of targeting conservative groups.",
            [("the agency of targeting conservative groups", "Republicans")],
        ),
        (
            "“I was not consulted,” Senator Ann Lee, Republican of Maine, said in a telephone interview.",
            [("I was not consulted", "Ann Lee")],
        ),
        (
            "Lee told MSNBC’s “Morning Joe” she was undecided about the nominee.",
            [("she was undecided about the nominee", "Lee")],
        ),
        (
            "Asked by a moderator whether he regretted the remark, Brandt said, “I never made it.”",
            [("whether he regretted the remark", "a moderator"), ("I never made it", "Brandt")],
        ),
        ("“It’s over,” he told friends, according to two of them.", [("It’s over", "he")]),
        (
            "Hale said she believes the court will side with the state.",
            [("she believes the court will side with the state", "Hale")],
        ),
        (
            "In a speech Thursday, Ortiz warned that the country was “slipping into chaos.”",
            [("the country was “slipping into chaos", "Ortiz")],
        ),
        (
            "The Brandt campaign said Friday that it raised $9 million last month, its best total so far.",
            [("it raised $9 million last month, its best total so far", "The Brandt campaign")],
        ),
        (
            "On Twitter, Brandt complained that the press was “out to get” him.",
            [("the press was “out to get” him", "Brandt")],
        ),
        (
            "Greene predicted a close race. “It comes down to turnout,” he said. “It always does.”",
            [("It comes down to turnout", "he"), ("It always does", "he")],
        ),
        ("“Lock her up!” the crowd chanted.", [("Lock her up", "the crowd")]),
        (
            "Brandt told the AP that “nobody has done more” for farmers.",
            [("nobody has done more” for farmers", "Brandt")],
        ),
        ("The order does not, as Brandt has claimed, protect jobs.", [("protect jobs", "Brandt")]),
        ("In his view, the party has lost its way.", [("the party has lost its way", "his")]),
        (
            "Brandt said that he had spoken with Ortiz and that she was gracious.",
            [("he had spoken with Ortiz and that she was gracious", "Brandt")],
        ),
        (
            "“They’re rapists,” Mr. Brandt declared in his announcement speech last June, setting off a furor.",
            [("They’re rapists", "Brandt")],
        ),
        (
            "Representative Paul Dunn of Ohio, the chairman of the panel, said the hearing would go on.",
            [("the hearing would go on", "Paul Dunn")],
        ),
        ("Dunn, asked about the delay, said it was routine.", [("it was routine", "Dunn")]),
        (
            "And Dunn, who is retiring, has been blunt, telling a local station: “He lost me.”",
            [("He lost me", "Dunn")],
        ),
        (
            "“This,” he said, pointing at the charts, “is a disgrace.”",
            [("This", "he"), ("is a disgrace", "he")],
        ),
        (
            "Ortiz said: “I did not do this alone. We did it together.”",
            [("I did not do this alone. We did it together", "Ortiz")],
        ),
        (
            "The department said it could neither confirm nor deny the existence of an inquiry.",
            [("it could neither confirm nor deny the existence of an inquiry", "The department")],
        ),
        (
            "Brandt, who once called the pact “the gold standard,” now says it must be renegotiated.",
            [("the pact “the gold standard", "Brandt"), ("it must be renegotiated", "Brandt")],
        ),
        ("Brandt would later say that he had been joking.", [("he had been joking", "Brandt")]),
        (
            "Democrats say it’s a sign that the strategy is working.",
            [("it’s a sign that the strategy is working", "Democrats")],
        ),
        ("“I’m a fighter,” said the 52-year-old nurse.", [("I’m a fighter", "the 52-year-old nurse")]),
        (
            "An aide confirmed to The Times that the meeting took place.",
            [("the meeting took place", "An aide")],
        ),
        (
            "“I’m not sure,” she said, when asked about a third debate. “We’ll see what they propose.”",
            [("I’m not sure", "she"), ("We’ll see what they propose", "she")],
        ),
        (
            "Brandt urged his supporters at a rally in Mobile to vote early.",
            [("his supporters at a rally in Mobile to vote early", "Brandt")],
        ),
        (
            "The memo says, among other things, that all leave is canceled.",
            [("all leave is canceled", "The memo")],
        ),
    ],
)
def test_finds_them_in_longer_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    edge = " ,.;:“”\"'«»`!?"
    reports = sorted(find(text))
    assert [(text[r.start : r.end].strip(edge), text[slice(*r.speaker)]) for r in reports] == [
        (content.strip(edge), speaker) for content, speaker in expected
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We will fight to the end,” he said. The battle goes on.", [("We will fight to the end", "he")]),
        ("“We will fight to the end, he said. The battle goes on.", [("We will fight to the end", "he")]),
        (
            '"We are hungry and nobody helps us, Hassan Khoury told the agency.',
            [("We are hungry and nobody helps us", "Hassan Khoury")],
        ),
        (
            "He said: “The first part is done.\n\n“The second part is near.\n\n“The third is far.”",
            [("The first part is done.\n\n“The second part is near.\n\n“The third is far", "He")],
        ),
        (
            "Lee tweeted from her account:\n\n“Thank you all for coming tonight.”",
            [("Thank you all for coming tonight", "Lee")],
        ),
        (
            "'We are ready to talk,' the envoy said. 'But not at any price.'",
            [("We are ready to talk", "the envoy"), ("But not at any price", "the envoy")],
        ),
        ("``We are ready to talk,'' the envoy said.", [("We are ready to talk", "the envoy")]),
        ("«We are ready to talk», the envoy said.", [("We are ready to talk", "the envoy")]),
        (
            "Russias defence ministry said the jets didnt cross the line.",
            [("the jets didnt cross the line", "Russias defence ministry")],
        ),
        (
            "The zones are working and people return home the official said.",
            [("The zones are working and people return home", "the official")],
        ),
        (
            "A local activist who gave his name as Omar said warplanes struck the market on Sunday killing ten people.",
            [("warplanes struck the market on Sunday killing ten people", "Omar")],
        ),
        (
            "Speaking from the town a resident told the radio that bread had run out.",
            [("bread had run out", "a resident")],
        ),
        (
            "The Observatory said at least 12 people including four children were killed in the strike.",
            [("at least 12 people including four children were killed in the strike", "Observatory")],
        ),
        (
            "The general added that Turkish troops would deploy inside the zone while Russian forces would remain outside.",
            [
                (
                    "Turkish troops would deploy inside the zone while Russian forces would remain outside",
                    "The general",
                )
            ],
        ),
        (
            '"The situation is calm," said Lt. Gen. Petr Orlov, chief of the monitoring center, in a briefing on Thursday.',
            [("The situation is calm", "Petr Orlov")],
        ),
        (
            "The deal, which was brokered by three states, “will not hold,” warned Samir Aziz, a rebel leader.",
            [("The deal, which was brokered by three states, “will not hold", "Samir Aziz")],
        ),
        (
            "In a statement carried by state media, the army said its units had entered the village.",
            [("its units had entered the village", "the army")],
        ),
        (
            'According to Aziz, more than 200 families left.  "They had no choice," he said.',
            [("more than 200 families left", "Aziz"), ("They had no choice", "he")],
        ),
        (
            "Moscow has said that it would send military police. Tehran denies that its fighters are there.",
            [("it would send military police", "Moscow"), ("its fighters are there", "Tehran")],
        ),
    ],
)
def test_finds_them_where_marks_or_commas_are_lost(text: str, expected: list[tuple[str, str]]) -> None:
    edge = " ,.;:“”\"'«»`!?"
    reports = sorted(find(text))
    assert [(text[r.start : r.end].strip(edge), text[slice(*r.speaker)]) for r in reports] == [
        (content.strip(edge), speaker) for content, speaker in expected
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Keller declined to comment on the lawsuit.",
        "The governor refused to say whether he had seen the memo.",
        "The office did not respond to a request for comment.",
        "Officials have not said how the fire began.",
        "It should be noted that the law expired last year.",
        "Voters believe the economy is weak.",
        "The so-called “truth squad” met again on Monday.",
        "The senator voted for the bill and returned to his “lucky” seat.",
        "Petran stressed the need for dialogue.",
        "Her allies fear the story will not go away.",
        "The senator did not say when the bill would be introduced.",
        "Her message to donors: “Stay calm.”",
        "It was reported that two convoys were hit.",
        "The commander refused to confirm the report.",
    ],
)
def test_attitudes_refusals_and_frames_report_nothing(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an apposition between a quotation and its cue
        (
            "“It rained,” Ida Kay, the port’s master, told the Gazette. “It froze.”",
            [("“It rained,”", "Ida Kay"), ("“It froze.”", "Ida Kay")],
        ),
        (
            "As Ida Kay, the port’s master, told me: “It rained all day.”",
            [("“It rained all day.”", "Ida Kay")],
        ),
        ("Kay said the same: “It rained all day.”", [("“It rained all day.”", "Kay")]),
        ("Kay urged both sides “to go on talking.”", [("both sides “to go on talking.”", "Kay")]),
        ("Kay said it rained, and Orr criticized the port.", [("it rained", "Kay")]),
        (
            "Kay, who said that it rained and who added that it froze, left.",
            [("it rained", "Kay"), ("it froze", "Kay")],
        ),
        ("After Kay said that it rained, the port closed.", [("it rained", "Kay")]),
        # commas lost
        ("Ida Kay who runs the port said that it rained.", [("it rained", "Ida Kay")]),
        ("Kay said that it rained adding that it froze.", [("it rained", "Kay"), ("it froze", "Kay")]),
    ],
)
def test_cuts_a_content_where_the_sentence_goes_on(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[r.start : r.end], text[slice(*r.speaker)]) for r in sorted(find(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Harlan accused the auditors of burying the file and called on the council to open the archive.",
            [("the auditors of burying the file", "Harlan"), ("the council to open the archive", "Harlan")],
        ),
        (
            "Moreno said she could not remember the dinner and then added, “I would have skipped it anyway.”",
            [("she could not remember the dinner", "Moreno"), ("I would have skipped it anyway", "Moreno")],
        ),
        (
            "Dunn replied that no offer had been made but did not rule out a second meeting.",
            [("no offer had been made", "Dunn")],
        ),
        (
            "The clerk claimed the ballots had been lost and told our reporter to leave the building.",
            [("the ballots had been lost", "The clerk"), ("our reporter to leave the building", "The clerk")],
        ),
        (
            "Perry said the bridge was safe and insisted the inspectors agreed.",
            [("the bridge was safe", "Perry"), ("the inspectors agreed", "Perry")],
        ),
        (
            "Perry said the bridge was safe, and he urged drivers to stay calm.",
            [("the bridge was safe", "Perry"), ("drivers to stay calm", "he")],
        ),
        (
            "The mayor said the road would open in May but gave no date for the tunnel.",
            [("the road would open in May", "The mayor")],
        ),
        (
            "Ruiz said the office had lost the file and refused to look for it again.",
            [("the office had lost the file and refused to look for it again", "Ruiz")],
        ),
        (
            "Vance denied that he had seen the letter and accused Ruiz of inventing it.",
            [("he had seen the letter", "Vance"), ("Ruiz of inventing it", "Vance")],
        ),
        (
            "She warned that the fund would run dry and suggested that the town borrow money.",
            [("the fund would run dry", "She"), ("the town borrow money", "She")],
        ),
        (
            "The ministry called the charge a lie and said the pilot was safe.",
            [("the pilot was safe", "The ministry")],
        ),
        (
            "Ames told reporters that he had resigned and that he would not return.",
            [("he had resigned and that he would not return", "Ames")],
        ),
        (
            "The fund will be closed in June, the foundation specified.",
            [("The fund will be closed in June", "the foundation")],
        ),
        (
            "The envoy called on the guarantors to respect the truce.",
            [("the guarantors to respect the truce", "The envoy")],
        ),
        (
            "The envoy called upon all the members to respect the truce.",
            [("all the members to respect the truce", "The envoy")],
        ),
        ("For his part, Holt said the wells were clean.", [("the wells were clean", "Holt")]),
        ("He went on to say that the wells were clean.", [("the wells were clean", "He")]),
        ("The party called for the minister to resign.", [("the minister to resign", "The party")]),
        (
            "Kent advised new members to “read more than you tweet” in their first months.",
            [("new members to “read more than you tweet” in their first months", "Kent")],
        ),
        ("Kent told the crew to stay away.", [("the crew to stay away", "Kent")]),
        ("The aunt blamed the board for the flood.", [("the board for the flood", "The aunt")]),
        ("Kent called the bill “a gift to lobbyists.”", [("the bill “a gift to lobbyists", "Kent")]),
        ("Kent described the bill as “a gift to lobbyists.”", [("the bill as “a gift to lobbyists", "Kent")]),
        ("The board acted on what the chief described as a credible threat.", []),
        ("Kent said it was a “very bad idea.”", [("it was a “very bad idea", "Kent")]),
        ("Critics say the plan hurts farmers.", [("the plan hurts farmers", "Critics")]),
        (
            "Supporters of the measure say it will lower prices.",
            [("it will lower prices", "Supporters of the measure")],
        ),
        (
            "Sources familiar with the talks said the sale was off.",
            [("the sale was off", "Sources familiar with the talks")],
        ),
        ("The bill would ban the drug, supporters say.", [("The bill would ban the drug", "supporters")]),
        (
            "Lane tweeted that the fund was empty, adding, “We need help.”",
            [("the fund was empty", "Lane"), ("We need help", "Lane")],
        ),
        (
            "Kent, a lawyer, said in an interview with the Orbit that he would run.",
            [("he would run", "Kent")],
        ),
        ("In an interview on Sunday, Kent suggested he would run.", [("he would run", "Kent")]),
        ("Kent conceded in a speech on Monday night that he had erred.", [("he had erred", "Kent")]),
        ("The senator has repeatedly said he opposes the bill.", [("he opposes the bill", "The senator")]),
        (
            "Kent has vowed to fight the ruling, saying it was flawed.",
            [("to fight the ruling", "Kent"), ("it was flawed", "Kent")],
        ),
        (
            "“It was a mistake,” said Kent, who is 60, adding that he had learned from it.",
            [("It was a mistake", "Kent"), ("he had learned from it", "Kent")],
        ),
        (
            "Kent’s lawyer, Amy Bloom, declined to comment but said the case was weak.",
            [("the case was weak", "Amy Bloom")],
        ),
        ("The vote was rigged, Kent has claimed without evidence.", [("The vote was rigged", "Kent")]),
        (
            "Kent again suggested, without evidence, that the vote was rigged.",
            [("the vote was rigged", "Kent")],
        ),
        ("The agency said Tuesday it is reviewing the rule.", [("it is reviewing the rule", "The agency")]),
        (
            "Kent argues the rule is illegal; Lane says it is not.",
            [("the rule is illegal", "Kent"), ("it is not", "Lane")],
        ),
        (
            "Lane said that while the rule was old, it was still the law.",
            [("while the rule was old, it was still the law", "Lane")],
        ),
        (
            "“I never met him,” Kent told the Orbit in May, but emails show otherwise.",
            [("I never met him", "Kent")],
        ),
    ],
)
def test_parts_reports_of_the_same_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The senator, two of the aides said, agreed with Calder on the tax.",
            [("The senator", "two of the aides"), ("agreed with Calder on the tax", "two of the aides")],
        ),
        (
            "The plan, officials said, would take three years.",
            [("The plan", "officials"), ("would take three years", "officials")],
        ),
        (
            "The depot belongs to the northern brigade, the minister claimed, and our partners know it.",
            [
                ("The depot belongs to the northern brigade", "the minister"),
                ("and our partners know it", "the minister"),
            ],
        ),
        (
            "The shelling, residents said, began at dawn and lasted for two hours.",
            [("The shelling", "residents"), ("began at dawn and lasted for two hours", "residents")],
        ),
        (
            "The tower, built in 1920, will be sold, the mayor said.",
            [("The tower, built in 1920, will be sold", "the mayor")],
        ),
        (
            "Garza countered that the studies were showing the same thing.",
            [("the studies were showing the same thing", "Garza")],
        ),
        (
            "Boyd was assured by the chief of staff that the memo would stay private.",
            [("the memo would stay private", "the chief of staff")],
        ),
        (
            "She had been told by her lawyer that the case was closed.",
            [("the case was closed", "her lawyer")],
        ),
        ("The deal, announced after a week of talks, will save 200 jobs.", []),
        ("The aide, who asked not to be named, left early.", []),
        ("Two officials, who requested anonymity, attended.", []),
        (
            "Asked by Dana Cole if he would ever run again, Pratt replied, “Not in this life.”",
            [("if he would ever run again", "Dana Cole"), ("Not in this life", "Pratt")],
        ),
        (
            "Asked whether she had read the bill, Lane said she had skimmed it.",
            [("she had skimmed it", "Lane")],
        ),
        (
            "Reporters asked Lane whether she had read the bill.",
            [("whether she had read the bill", "Reporters")],
        ),
        ("When asked if the cuts were final, Lane said they were not.", [("they were not", "Lane")]),
        ("The judge wanted to know why the file was missing.", []),
        ("Pratt asked why the file was missing.", [("why the file was missing", "Pratt")]),
        (
            "Minister Hale said the strike would end, the Orbit agency reported.",
            [("the strike would end", "Hale")],
        ),
        ("His promise to close the camp was not kept.", [("to close the camp", "His")]),
        ("The governor repeated his pledge to veto the bill.", [("to veto the bill", "his")]),
        (
            "Kent’s claim that the votes were stolen was rejected in court.",
            [("the votes were stolen", "Kent")],
        ),
        ("Cole dismissed Kent’s assertion that taxes had fallen.", [("taxes had fallen", "Kent")]),
        ("The announcement that the mine would close shocked the town.", []),
        ("There are reports that the mine will close.", []),
        ("The letter says the fund was empty.", [("the fund was empty", "The letter")]),
        ("The lawsuit alleges that the city hid the results.", [("the city hid the results", "The lawsuit")]),
        ("The indictment says Kent lied to the bank.", [("Kent lied to the bank", "The indictment")]),
        ("The poll shows Kent leading by four points.", [("Kent leading by four points", "The poll")]),
        ("A new poll found that most voters dislike both.", [("most voters dislike both", "A new poll")]),
        ("“We are sorry,” the statement read.", [("We are sorry", "the statement")]),
        ("The memo warned that the fund was empty.", [("the fund was empty", "The memo")]),
        ("The filing says the bank had known since May.", [("the bank had known since May", "The filing")]),
        ("The law says that only citizens may vote.", [("only citizens may vote", "The law")]),
        (
            "Kent is accused of lying to the bank by two former partners.",
            [("lying to the bank", "two former partners")],
        ),
        (
            "Lane wrote that “the fund is empty,” adding, “We need help.”",
            [("the fund is empty", "Lane"), ("We need help", "Lane")],
        ),
        (
            "Sami Doran spokesman for the Falcon Brigade said the road was closed.",
            [("the road was closed", "Sami Doran")],
        ),
        (
            "The commander said the road was closed Doran added that it would open soon.",
            [("the road was closed", "The commander"), ("it would open soon", "Doran")],
        ),
        (
            "The commander said the road was closed adding that it would open soon.",
            [("the road was closed", "The commander"), ("it would open soon", "The commander")],
        ),
    ],
)
def test_reads_insertions_passives_and_nouns(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Another aide said Foley has told friends he will quit, a claim Foley denied.",
            [("Foley has told friends he will quit", "Another aide"), ("he will quit", "Foley")],
        ),
        (
            "Kent said she had told the board that the fund was empty.",
            [("she had told the board that the fund was empty", "Kent"), ("the fund was empty", "she")],
        ),
        ("The senator called for an inquiry into the sale.", [("an inquiry into the sale", "The senator")]),
        ("Hale expressed hope that the strike would end.", [("hope that the strike would end", "Hale")]),
    ],
)
def test_keeps_both_of_an_earlier_talk(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "But the campaign says the ads, which began running Monday, are accurate.",
            [("the ads, which began running Monday, are accurate", "the campaign")],
        ),
        (
            "Asked about the delay, a spokeswoman for the agency, Carla Voss, pointed to a statement in which Dorn said he was “proud of the record.”",
            [("he was “proud of the record", "Dorn")],
        ),
        (
            "Dorn, 54, a former prosecutor from Tulsa, has long maintained that the deal was legal, and his lawyers say he did nothing wrong.",
            [("the deal was legal", "Dorn"), ("he did nothing wrong", "his lawyers")],
        ),
        (
            "“It’s hard to see how this ends well,” said one senior Republican aide, who spoke on the condition of anonymity to discuss private talks.",
            [("It’s hard to see how this ends well", "one senior Republican aide")],
        ),
        (
            "Democrats have argued that the rule would hurt voters, while Republicans contend it is needed to prevent fraud.",
            [("the rule would hurt voters", "Democrats"), ("it is needed to prevent fraud", "Republicans")],
        ),
        (
            "Polls show Dorn trailing by double digits among women.",
            [("Dorn trailing by double digits among women", "Polls")],
        ),
        (
            "“We will win,” he said to cheers. “And we will win big.”",
            [("We will win", "he"), ("And we will win big", "he")],
        ),
        (
            "The senator, he said, “is a good man, but he is wrong.”",
            [("The senator", "he"), ("is a good man, but he is wrong", "he")],
        ),
        ("“That,” Voss said, “is the whole point.”", [("That", "Voss"), ("is the whole point", "Voss")]),
        (
            "Voss said Dorn’s remarks were “reckless” and that they “put lives at risk.”",
            [("Dorn’s remarks were “reckless” and that they “put lives at risk", "Voss")],
        ),
        (
            "In a Facebook post, Voss apologized for the remark, calling it “a poor choice of words.”",
            [("it “a poor choice of words", "Voss")],
        ),
        (
            "The group has accused the governor of favoring donors, a charge he denies.",
            [("the governor of favoring donors", "The group")],
        ),
        (
            "Dorn’s campaign manager, Lee Hart, dismissed the poll as “junk.”",
            [("the poll as “junk", "Lee Hart")],
        ),
        (
            "According to the complaint, filed in May, the firm paid two clerks.",
            [("the firm paid two clerks", "the complaint")],
        ),
        (
            "Dorn, according to people close to him, has grown tired of the fight.",
            [("Dorn", "people close to him"), ("has grown tired of the fight", "people close to him")],
        ),
        (
            "“There is no evidence of that,” the F.B.I. director, Neil Cray, told lawmakers last week.",
            [("There is no evidence of that", "Neil Cray")],
        ),
        ("Hart tweeted Tuesday: “Enough is enough.”", [("Enough is enough", "Hart")]),
        ("Hart added: “We are done here.”", [("We are done here", "Hart")]),
        ("As Dorn put it, “Nobody likes a tax.”", [("Nobody likes a tax", "Dorn")]),
        (
            "Dorn suggested, without offering proof, that the count was off by thousands.",
            [("the count was off by thousands", "Dorn")],
        ),
        ("Dorn bragged about his wealth and insulted his rival.", []),
        (
            "The president said he had “great confidence” in the general but declined to say whether he would keep him.",
            [("he had “great confidence” in the general", "The president")],
        ),
        (
            "Voss said it was unclear whether Dorn knew of the payment.",
            [("it was unclear whether Dorn knew of the payment", "Voss")],
        ),
        ("“I don’t know,” Dorn said when asked if he would testify.", [("I don’t know", "Dorn")]),
        (
            "Dorn told a crowd in Ohio that he’d “fix it all on Day One.”",
            [("he’d “fix it all on Day One", "Dorn")],
        ),
        ("Officials at the agency did not respond to a request for comment.", []),
        ("A spokesman for Dorn declined to comment.", []),
        ("Supporters chanted “Lock the doors!” as Dorn left the stage.", [("Lock the doors!", "Supporters")]),
        ("He called for “a total ban” on the drug.", [("a total ban” on the drug", "He")]),
        (
            "The court ruled that the map was unconstitutional.",
            [("the map was unconstitutional", "The court")],
        ),
        (
            "Judge Ann Pell wrote that the map was “a clear violation” of the law.",
            [("the map was “a clear violation” of the law", "Ann Pell")],
        ),
        ("Dorn is “not fit for office,” the letter said.", [("Dorn is “not fit for office", "the letter")]),
        (
            "“He is,” Hart said of Dorn, “the best we have.”",
            [("He is", "Hart"), ("the best we have", "Hart")],
        ),
        (
            "Dorn insisted Monday that he would not step aside, saying, “I am in this to the end.”",
            [("he would not step aside", "Dorn"), ("I am in this to the end", "Dorn")],
        ),
        (
            "Hart said that Dorn is ready and that the team is, too; she added that money is not a problem.",
            [("Dorn is ready and that the team is, too", "Hart"), ("money is not a problem", "she")],
        ),
        (
            "The Post first reported that Dorn had met the lobbyist twice.",
            [("Dorn had met the lobbyist twice", "Post")],
        ),
        (
            "Dorn had met the lobbyist twice, The Post reported on Friday.",
            [("Dorn had met the lobbyist twice", "Post")],
        ),
        ("It was “a mistake,” Dorn acknowledged.", [("It was “a mistake", "Dorn")]),
        (
            "Dorn’s remarks drew fire from Senator Tim Poe, who called them “shameful.”",
            [("them “shameful", "Tim Poe")],
        ),
        ("“Shameful,” Poe wrote on Twitter.", [("Shameful", "Poe")]),
        ("Even some of his allies concede that he misspoke.", [("he misspoke", "some of his allies")]),
        ("Many in the party fear the fight will cost them seats.", []),
        (
            "Some voters interviewed here said they were torn.",
            [("they were torn", "Some voters interviewed here")],
        ),
        (
            "“I like him,” said Joan Beal, 67, a retired nurse from Erie, Pa., adding that she had voted for his rival in 2012.",
            [("I like him", "Joan Beal"), ("she had voted for his rival in 2012", "Joan Beal")],
        ),
        ("One adviser described the mood as grim.", [("the mood as grim", "One adviser")]),
        (
            "Dorn repeated his claim that millions had voted illegally.",
            [("millions had voted illegally", "his")],
        ),
        ("Dorn falsely claimed that the letter was forged.", [("the letter was forged", "Dorn")]),
        (
            "The White House has said it will not release the logs, citing security.",
            [("it will not release the logs", "White House")],
        ),
        (
            "The official would not discuss details, saying only that the matter is “under review.”",
            [("the matter is “under review", "The official")],
        ),
        ("“Whatever he does, he does for us,” is a line Hart uses often.", []),
        (
            "Voss and Poe both told me they had not read the bill.",
            [("they had not read the bill", "Voss and Poe")],
        ),
        ("Asked whether Dorn would resign, Hart said, “No.”", [("No", "Hart")]),
        (
            "Dorn said the bill “will pass” and predicted that the Senate would follow.",
            [("the bill “will pass", "Dorn"), ("the Senate would follow", "Dorn")],
        ),
        ("His allies believe he can win. ", []),
        (
            "The mayor, a Democrat, blamed the cuts on the statehouse.",
            [("the cuts on the statehouse", "The mayor")],
        ),
        ("Mr. Dorn has promised a wall and a tax cut.", []),
        ("The Kremlin has repeatedly denied any role in the hack.", [("any role in the hack", "Kremlin")]),
        ("He denied the charge. ", []),
        (
            "She rejected the notion that the party was split.",
            [("the notion that the party was split", "She")],
        ),
    ],
)
def test_reads_news_of_a_campaign(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council put the vote off until May.", []),
        ("The team challenged the result in court.", []),
        ("She invited the mayor to lunch.", []),
        ("The firm was fined for hiding losses.", []),
        ("He was praised by the mayor.", []),
        ("The road, closed for a year, reopened Monday.", []),
        ("The bill was named for the late senator.", []),
        ("Kent deemed it necessary to leave.", []),
        ("The board rejected the plan.", []),
        ("The party dismissed him in May.", []),
        ("The senator denied the request.", []),
        ("The clerk expressed interest in the job.", []),
        ("They called for help.", []),
        ("The company, which reported a loss in May, is for sale.", []),
        ("The painter painted the wall as night fell.", []),
        ("The mayor, reporters said, was late.", [("The mayor", "reporters"), ("was late", "reporters")]),
        ("The plan has support, but critics say it costs too much.", [("it costs too much", "critics")]),
        ("He ordered the troops to leave.", []),
        (
            "The mayor said that she had met Kent and that they talked for an hour.",
            [("she had met Kent and that they talked for an hour", "The mayor")],
        ),
        (
            "Kent said Lane had told him the vote was close.",
            [("Lane had told him the vote was close", "Kent"), ("the vote was close", "Lane")],
        ),
        (
            "Kent said the city fixed the pipes and told residents to drink the water.",
            [("the city fixed the pipes and told residents to drink the water", "Kent")],
        ),
        ("The court, asked to rule by Friday, declined.", []),
        ("The governor was asked about the leak and said nothing.", []),
        ("In May, the agency reported that sales fell.", [("sales fell", "the agency")]),
        ("The director said sales fell, citing a report by the bank.", [("sales fell", "The director")]),
        ("“We,” she said, “are tired.”", [("We", "she"), ("are tired", "she")]),
        ("The agency said: two people died.", [("two people died", "The agency")]),
        (
            "The ministry said that its jets had hit a depot and that no civilians were hurt while the rebels said a school was struck.",
            [
                ("its jets had hit a depot and that no civilians were hurt", "The ministry"),
                ("a school was struck", "the rebels"),
            ],
        ),
        (
            "Four people were killed when a shell hit the market the head of the clinic said.",
            [("Four people were killed when a shell hit the market", "the head of the clinic")],
        ),
        (
            "Ali Hamdan a resident of the town told Orbit News that the bakery was hit.",
            [("the bakery was hit", "Ali Hamdan")],
        ),
        (
            "The Falcon Brigade spokesman Omar Saleh said the truce had failed.",
            [("the truce had failed", "Omar Saleh")],
        ),
        (
            "State television said army units had entered the town.",
            [("army units had entered the town", "State television")],
        ),
        (
            "Activists said warplanes carried out ten raids.",
            [("warplanes carried out ten raids", "Activists")],
        ),
        (
            "The rebels blamed the government for the attack.",
            [("the government for the attack", "The rebels")],
        ),
        (
            "The opposition accuses Damascus of breaking the truce.",
            [("Damascus of breaking the truce", "The opposition")],
        ),
        (
            "Officials in the capital denied that the depot was hit but confirmed that two soldiers died.",
            [
                ("the depot was hit", "Officials in the capital"),
                ("two soldiers died", "Officials in the capital"),
            ],
        ),
        (
            "The truce, he stressed, does not cover the group.",
            [("The truce", "he"), ("does not cover the group", "he")],
        ),
    ],
)
def test_tells_acts_from_speech(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kent’s allies point to polls that show him ahead.", []),
        (
            "Kent says he’s “not going to be the guy” who raises taxes.",
            [("he’s “not going to be the guy” who raises taxes", "Kent")],
        ),
        (
            "“We had a good talk,” Kent told reporters after the meeting, describing the session as “tense.”",
            [("We had a good talk", "Kent"), ("the session as “tense", "Kent")],
        ),
        (
            "The governor’s office issued a statement saying the plan was under review.",
            [("the plan was under review", "The governor’s office")],
        ),
        ("In a statement, the group said the plan was flawed.", [("the plan was flawed", "the group")]),
        ("“The plan is flawed,” the group said in a statement.", [("The plan is flawed", "the group")]),
        ("Kent, speaking on “Morning Watch,” said the plan was flawed.", [("the plan was flawed", "Kent")]),
        (
            "Kent has called the inquiry a “witch hunt” and a “hoax.”",
            [("the inquiry a “witch hunt” and a “hoax", "Kent")],
        ),
        ("Kent dismissed the report as “old news.”", [("the report as “old news", "Kent")]),
        ("Kent thinks the plan is flawed.", []),
        ("Kent said he believes the plan is flawed.", [("he believes the plan is flawed", "Kent")]),
        ("Lane noted that Kent had promised to leave.", [("Kent had promised to leave", "Lane")]),
        ("“I think,” Kent said, “that we will win.”", [("I think", "Kent"), ("that we will win", "Kent")]),
        ("Kent says yes.", []),
        ("Kent told The Orbit he had “no regrets.”", [("he had “no regrets", "Kent")]),
        (
            "A person close to Kent said he was “furious” and “wanted out.”",
            [("he was “furious” and “wanted out", "A person close to Kent")],
        ),
        ("Kent’s tweet — “Sad!” — drew thousands of replies.", []),
        ("“Sad!” Kent tweeted.", [("Sad!", "Kent")]),
        ("Lane, for her part, said she was ready.", [("she was ready", "Lane")]),
        ("Aides said privately that the plan was dead.", [("the plan was dead", "Aides")]),
        (
            "It is not clear, officials said, how the fire began.",
            [("It is not clear", "officials"), ("how the fire began", "officials")],
        ),
        (
            "The fire, which began at dawn, killed two, officials said.",
            [("The fire, which began at dawn, killed two", "officials")],
        ),
        ("“That’s just not who we are,” agreed Lane.", [("That’s just not who we are", "Lane")]),
        ("Kent suggested to reporters that he would veto the bill.", [("he would veto the bill", "Kent")]),
        (
            "Kent urged Congress on Friday to pass the bill, saying it would save lives.",
            [("Congress on Friday to pass the bill", "Kent"), ("it would save lives", "Kent")],
        ),
        ("Asked on Sunday about the claim, Lane said: “I have no comment.”", [("I have no comment", "Lane")]),
        ("Of the bill, Lane said: “It should fail.”", [("It should fail", "Lane")]),
        ("Lane said no. ", []),
        (
            "Kent’s team argues in its filing that the suit has no merit.",
            [("the suit has no merit", "Kent’s team")],
        ),
        (
            "The suit, his lawyers argue, has no merit.",
            [("The suit", "his lawyers"), ("has no merit", "his lawyers")],
        ),
        ("Kent, Lane says, is “a fraud.”", [("Kent", "Lane"), ("is “a fraud", "Lane")]),
        ("Kent said that, if elected, he would cut taxes.", [("if elected, he would cut taxes", "Kent")]),
        ("Kent said Monday, “We are ready.”", [("We are ready", "Kent")]),
        ("“We are ready,” Kent said Monday, before heading to Ohio.", [("We are ready", "Kent")]),
    ],
)
def test_reads_titles_and_questions(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Guests, said Farlow, are asked to leave their bags at the desk.",
            [("Guests", "Farlow"), ("are asked to leave their bags at the desk", "Farlow")],
        ),
        (
            "According to the Norvian Interior Ministry over 30 people were hurt near the old port.",
            [("over 30 people were hurt near the old port", "Norvian Interior Ministry")],
        ),
        (
            "According to activists Norvian rockets fell on the old port.",
            [("Norvian rockets fell on the old port", "activists")],
        ),
        (
            "According to the Valdan Herald, Mark Towell, the head of the panel, said the anthem was old.",
            [("the anthem was old", "Mark Towell")],
        ),
        (
            "The Post has learned that according to a letter sent on Monday, the bank was closed.",
            [("the bank was closed", "a letter sent on Monday")],
        ),
        (
            "The towns send back trucks which, according to Lane, the union has criticised.",
            [("the union has criticised", "Lane")],
        ),
        (
            "Aides told Lane every claim would be read, with the Herald reporting no one would be “left out at sea.”",
            [
                ("every claim would be read", "Aides"),
                ("no one would be “left out at sea", "Herald"),
            ],
        ),
        ("While border, criminal, and health checks continue, aides will “speed up” the work.", []),
        ("On Tuesday, the city announced the start of a contest, and weighs whether to go on.", []),
        ("In the last minute Karl Umber conceded a penalty which the referee gave to Norvia.", []),
        (
            "Lane said they apply to letters, research notes that have no end, and minutes.",
            [("they apply to letters, research notes that have no end, and minutes", "Lane")],
        ),
    ],
)
def test_finds_the_bounds_of_source_and_content(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“I don’t think that’s right,” the mayor told Lane on “Morning Talk” Sunday.",
            [("I don’t think that’s right", "the mayor")],
        ),
        (
            "Chief Dan Ruiz said officers responded to a call after 9 p.m. and found two men.",
            [("officers responded to a call after 9 p.m. and found two men", "Dan Ruiz")],
        ),
        (
            "Sen. Kent (D-Vt.), a longtime critic of the bank, said that he would wait.",
            [("he would wait", "Kent")],
        ),
        (
            "“They want me gone,” Kent told a crowd of about 3,000, many of whom wore red.",
            [("They want me gone", "Kent")],
        ),
        ("Aides to both said they were near a deal.", [("they were near a deal", "Aides to both")]),
        ("His lawyer, Ty Moon, confirmed the meeting but would not add a word.", []),
        (
            "Lane said he was “not ready” to back her, a turn that he said reflected “deep concern.”",
            [("he was “not ready” to back her", "Lane"), ("reflected “deep concern", "he")],
        ),
        (
            "They argue the probe was a waste, and note that no one was charged.",
            [("the probe was a waste", "They"), ("no one was charged", "They")],
        ),
        (
            "The ad accuses Kent of lying and says she is “too weak for Ohio.”",
            [("Kent of lying", "The ad"), ("she is “too weak for Ohio", "The ad")],
        ),
        (
            "The plan, which Kent said would hurt farmers, passed on Tuesday.",
            [("would hurt farmers", "Kent")],
        ),
        ("The House passed a plan that she said was doomed.", [("was doomed", "she")]),
        ("Lane attacked the mayor, who he said had lied.", [("had lied", "he")]),
        (
            "The mayor is expected to leave on Monday, two people familiar with his plans said.",
            [("The mayor is expected to leave on Monday", "two people familiar with his plans")],
        ),
        (
            "Kent said the vote “was a stain on the town,” adding: “We will appeal.”",
            [("the vote “was a stain on the town", "Kent"), ("We will appeal", "Kent")],
        ),
        (
            "Both parties left, with Rep. Al Yoder calling it “a gift to thieves.”",
            [("it “a gift to thieves", "Al Yoder")],
        ),
        (
            "Asked for comment, an aide, Dee Ford, showed a letter that reads: “We take this seriously.”",
            [("We take this seriously", "Dee Ford")],
        ),
        ("Kent said Monday that is “not realistic at all.”", [("that is “not realistic at all", "Kent")]),
    ],
)
def test_reads_the_asides_of_political_news(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kent has argued that the town is safe, but six in ten adults disagree, according to a Valdan poll.",
            [("the town is safe", "Kent"), ("six in ten adults disagree", "a Valdan poll")],
        ),
        (
            "Lane accused the firm of lying, to which the firm responded that it had “nothing to hide.”",
            [("the firm of lying", "Lane"), ("it had “nothing to hide", "the firm")],
        ),
        (
            "Lane tweeted that “the fight goes on,” to which Kent replied, “Bring it.”",
            [("the fight goes on", "Lane"), ("Bring it", "Kent")],
        ),
        (
            "Lane accused her of lying, while others, including two priests, said the remarks were fair.",
            [("her of lying", "Lane"), ("the remarks were fair", "others")],
        ),
        ("Kent said “the war is over” in opening the talks.", [("the war is over", "Kent")]),
        (
            "The office confirmed that they were sending letters but declined to give numbers.",
            [("they were sending letters", "The office")],
        ),
        (
            "The union said the “cuts are illegal” and will hurt, vowing to sue.",
            [("the “cuts are illegal” and will hurt", "The union"), ("to sue", "The union")],
        ),
        (
            "It was a raid which a member of his staff described as a “tragedy for all.”",
            [("tragedy for all", "a member of his staff")],
        ),
        (
            "The plan saves money, and, according to Lane, it makes the roads safe.",
            [("it makes the roads safe", "Lane")],
        ),
        ("None of the mayors said they would reopen the schools.", []),
        ("Lane said, though he later took it back, that it was a sham.", [("it was a sham", "Lane")]),
        (
            "The panel asked the bank’s head, Ann Lee, to bring the papers.",
            [("the bank’s head, Ann Lee, to bring the papers", "The panel")],
        ),
        ("The boss insisted on a deal with the town.", []),
        (
            "The paper said the media report did not give the full story.",
            [("the media report did not give the full story", "The paper")],
        ),
        ("Lane said of a war that caused a famine: “It must end.”", [("It must end", "Lane")]),
        (
            "“The team is tired,” he’s said. “Let them rest.”",
            [("The team is tired", "he"), ("Let them rest", "he")],
        ),
    ],
)
def test_reads_second_speakers_and_asides(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In a talk on “This Town,” Lane said that she had “no regrets” about it, which she described as “hard luck.”",
            [("she had “no regrets” about it", "Lane"), ("hard luck", "she")],
        ),
        (
            "Kent, who has called the probe a “witch hunt,” tweeted that he would stay.",
            [("the probe a “witch hunt", "Kent"), ("he would stay", "Kent")],
        ),
        (
            "Among them was Ann Pell, a nurse from Ohio, who told the panel that her son died.",
            [("her son died", "Ann Pell")],
        ),
        ("It is, said Pell, “a disgrace.”", [("a disgrace", "Pell")]),
        (
            "Lane accused the panel of stalling and threatened to sue.",
            [("the panel of stalling", "Lane"), ("to sue", "Lane")],
        ),
        ("According to the file, Moon, 43, told police he had slept.", [("he had slept", "Moon")]),
        ("“I did not do it!” Moon said as he was led away.", [("I did not do it!", "Moon")]),
        (
            "Kent reiterated that the raid could begin “soon, one night” and claimed the town was full of “thieves.”",
            [("the raid could begin “soon, one night", "Kent"), ("the town was full of “thieves", "Kent")],
        ),
        (
            "Kent said the van had been hit and blamed the gang for the wreck.",
            [("the van had been hit", "Kent"), ("the gang for the wreck", "Kent")],
        ),
        (
            "They said a list was ready, while stressing that talks must go on.",
            [("a list was ready", "They"), ("talks must go on", "They")],
        ),
        (
            "He added The stances of the two groups serve us.",
            [("The stances of the two groups serve us", "He")],
        ),
        ("In May, according to the mayor, the roof fell in.", [("the roof fell in", "the mayor")]),
        (
            "The mayor, according to aides, is tired.",
            [("The mayor", "aides"), ("is tired", "aides")],
        ),
        ("Kent, in remarks on Monday, vowed to “clean” the town.", [("to “clean” the town", "Kent")]),
    ],
)
def test_reads_long_sentences_of_papers(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neither the mayor nor the council has said how it began.", []),
        (
            "He called it “a disgrace” and “a stain on us,” and he said those who won “will pay for it.”",
            [("it “a disgrace” and “a stain on us", "He"), ("those who won “will pay for it", "he")],
        ),
        ("Kent’s claim that he won the vote is false.", [("he won the vote", "Kent")]),
        ("The envoy for Ohio, Staffan de Moss, said it was over.", [("it was over", "Staffan de Moss")]),
        ("“It is over,” said Maria van der Berg, a nurse.", [("It is over", "Maria van der Berg")]),
        ("The storm threatened to end the season.", []),
        ("Kent announced the places that would be closed in May.", []),
        (
            "Kent announced the places he loved would be closed.",
            [("the places he loved would be closed", "Kent")],
        ),
        (
            "SEE ALSO: Hall floods “Hey folks, we need to get this note out today,” Moss wrote.",
            [("Hey folks, we need to get this note out today", "Moss")],
        ),
        (
            "He blamed the last mayor for the fall, picked fights with the press and left.",
            [("the last mayor for the fall", "He")],
        ),
        (
            "Asked by Del. Kim Bull, D-Fairfax, if there was anything to do, Price said it was late.",
            [("if there was anything to do", "Kim Bull"), ("it was late", "Price")],
        ),
        ("The mayor announced the Better Roads Act, a bill that seeks to mend the bridges.", []),
        ("The lead that Kent held in swing states.", []),
        ("About 40 people said they were hurt.", [("they were hurt", "40 people")]),
        (
            "Kent said the bank, a lender in Ohio, was closed.",
            [("the bank, a lender in Ohio, was closed", "Kent")],
        ),
        (
            "Kent said in Oslo after meeting Lane that the talks had failed.",
            [("the talks had failed", "Kent")],
        ),
        ("Time will tell, the Herald wrote.", [("Time will tell", "Herald")]),
    ],
)
def test_leaves_acts_and_asides_out(text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected
