import pytest

from analysis.extract.sections import INVISIBLE, find_sections
from analysis.knowledge import KNOWLEDGE
from analysis.knowledge.boilerplate import read_boilerplate

# Each page is a list of (section, text); a text that begins with "+" goes on in the line before it.
PAGES = {
    "a page in one paragraph": [
        ("headline", "Ferries Held at Torre as Lake Talks Stall"),
        ("dateline", "Sat Mar 12 2016"),
        ("boilerplate", "+ Ferries Held at Torre as Lake Talks Stall."),
        ("body", "+ The ferries stay where they are, the port said on Saturday."),
    ],
    "a note of who posted it": [
        ("headline", "Ferries held at Torre as lake talks stall"),
        ("dateline", "Posted on August 3 2013 by Tessa Maroun"),
        ("body", "+ At least forty ferries were held at Torre early on Friday, the port said."),
    ],
    "a first sentence that begins as the headline": [
        ("headline", "Ferries held at Torre as lake talks stall"),
        ("body", "Ferries held at Torre as lake talks stall will not leave before June, the port said."),
    ],
    "plain text with marks": [
        ("boilerplate", "# "),
        ("headline", "+Lake states to discuss patrols"),
        ("boilerplate", "[![A ferry](http://lake.example/a.jpg)](http://lake.example/b)"),
        ("boilerplate", "**"),
        ("dateline", "+PORT VELLIN, June 3 (Norwire)"),
        ("boilerplate", "+**"),
        ("dateline", "+ -"),
        ("body", "+ The six lake states will meet on Friday to discuss patrols, officials said."),
        ("boilerplate", "+ [[1]](#note)"),
        ("body", "The [harbour minister]"),
        ("boilerplate", "+(http://lake.example/minister)"),
        ("body", "+ said that the ferries were ready for the meeting."),
        ("boilerplate", "&nbsp;"),
        ("body", "Nobody else spoke to the reporters who had waited all night."),
        ("boilerplate", "+ [video:http://lake.example/v]"),
        ("body", "***"),
        ("body", "A decision is expected next week."),
        ("boilerplate", "About the author: Tessa Maroun lives in Port Vellin."),
        ("boilerplate", "If you enjoyed this story, please consider a gift."),
    ],
    "newspaper with a form and a gallery": [
        ("headline", "Ferries held at Torre as talks stall"),
        ("dateline", "PORT VELLIN 3 June 2017 • 6:14pm"),
        (
            "body",
            "Forty ferries were held outside the harbour of Torre on Saturday, the port authority says.",
        ),
        ("boilerplate", "Just watched"),
        ("boilerplate", "More Videos ..."),
        ("boilerplate", "Must watch"),
        ("boilerplate", "3 of 14"),
        ("body", "The delay follows a quarrel over fees."),
        ("boilerplate", "Advertisement Continue reading the main story"),
        ("boilerplate", "Newsletter Sign Up"),
        ("boilerplate", "Please verify you're not a robot by clicking the box."),
        ("boilerplate", "Invalid email address. Please re-enter."),
        ("body", "Captains told the local radio that they had been given no reason for the delay."),
        (
            "boilerplate",
            "A version of this article appears in print on June 4, on Page 3 of the lake edition.",
        ),
        ("boilerplate", "Our Standards: The Norwire Principles."),
    ],
    "printed page": [
        ("boilerplate", "THE LAKE COURIER | Saturday, June 3, 2017 | Page 4"),
        ("headline", "FERRIES TO BE HELD AT TORRE - CHIEF"),
        ("credit", "From our correspondent"),
        ("dateline", "TORRE, June 2."),
        ("body", "+ Forty ferries were held outside the harbour of Torre on Friday, the port chief said."),
        ("boilerplate", "(Continued on page 7)"),
        ("body", "The delay follows a quarrel over fees between the two lake states, he said.[1][2]"),
        ("boilerplate", "Do you like our work? Support us with a gift!"),
        ("body", "A decision is expected next week.[3]"),
        ("boilerplate", "References:"),
        ("boilerplate", "[1] Norwire, 1 June 2017"),
    ],
    "opinion with notes": [
        ("headline", "Who holds the northern shore?"),
        ("dateline", "(CNN)"),
        ("body", "+The villages of the northern shore have paid their taxes twice since the winter."),
        ("body", "Their elders say that nobody has asked them which council they would rather have."),
        ("boilerplate", "Notes"),
        ("boilerplate", "[1] See the tax rolls of the northern shore."),
    ],
    "agency wire": [
        ("headline", "Lake states to discuss patrols on the Orrin"),
        ("credit", "By Tessa Maroun and Piet Halloway"),
        ("dateline", "PORT VELLIN, June 3 (Norwire) -"),
        ("body", "+ The six lake states will meet on Friday to discuss joint patrols, officials said."),
        ("body", "Ardania wants the patrols to begin before the autumn storms."),
        ("body", '"We are ready," the harbour minister said.'),
        ("credit", "(Reporting by Tessa Maroun in Port Vellin; Editing by Owen Sark)"),
    ],
    "agency wire, credit in the last line": [
        ("headline", "Ardania recalls envoy"),
        ("dateline", "VELLIN/TORRE (Norwire) -"),
        (
            "body",
            "+ Ardania recalled its envoy on Monday after the lake vote, the palace said in a statement.",
        ),
        ("body", "The envoy will stay at home until the council meets."),
        ("credit", "+ (Writing by Ada Quill; Editing by Owen Sark)"),
    ],
    "broadcaster": [
        ("boilerplate", "World"),
        ("headline", "Ferries held at Torre as talks stall"),
        ("dateline", "3 June 2017"),
        ("boilerplate", "Share this with Facebook Twitter Messenger Email"),
        ("boilerplate", "Image copyright Norphoto Image caption Ferries waited outside the harbour"),
        (
            "body",
            "Forty ferries were held outside the harbour of Torre on Saturday, the port authority says.",
        ),
        ("body", "The delay follows a quarrel over fees between the two lake states."),
        ("body", "'No way back'"),
        ("body", "Captains told the local radio that they had been given no reason for the delay."),
        ("body", "A decision is expected next week."),
        ("boilerplate", "Related Topics"),
        ("boilerplate", "Ardania"),
        ("boilerplate", "Shipping"),
        ("boilerplate", "More on this story"),
        ("boilerplate", "Torre profile - Timeline"),
        ("boilerplate", "12 May 2017"),
        ("boilerplate", "Why the lake level matters"),
        ("boilerplate", "Top Stories"),
        ("boilerplate", "Vote counting begins in Sarn"),
    ],
    "broadcaster with teasers": [
        ("headline", "Ardania: Who holds the northern shore?"),
        ("standfirst", "Fishing villages are caught between two councils that both send them tax bills."),
        ("credit", "by Lena Okafor"),
        ("dateline", "03 Jun 2017 15:20 GMT"),
        ("dateline", "Port Vellin, Ardania -"),
        ("body", "+ The villages of the northern shore have paid their taxes twice since the winter."),
        ("body", "Their elders say that nobody has asked them which council they would rather have."),
        ("body", "The two councils did not answer our questions."),
        ("credit", "SOURCE: Norwire and news agencies"),
        ("boilerplate", "RELATED"),
        ("boilerplate", "Life on the water"),
        ("boilerplate", "A photographer follows three families through a year on the northern shore."),
        ("boilerplate", "Read more"),
        ("boilerplate", "About Us"),
        ("boilerplate", "Contact Us"),
        ("boilerplate", "© 2017 Lakeside Media Network"),
    ],
    "cable news": [
        ("headline", "Marsh rebels leave Sarn after deal"),
        ("credit", "By Milo Ferrant and Ruth Bly, LNN"),
        ("dateline", "Updated 1432 GMT (2232 HKT) May 8, 2017"),
        ("dateline", "(LNN)"),
        ("body", "+ Hundreds of marsh rebels left the town of Sarn on Monday under a deal with the army."),
        ("boilerplate", "Read More"),
        ("body", "They were taken north in buses, a witness said."),
        ("boilerplate", "READ MORE: How the marsh war began"),
        ("body", "The army has not said how many rebels remain in the town."),
        ("credit", "LNN's Ola Brandt contributed to this report."),
    ],
    "magazine with pay wall": [
        ("boilerplate", "Letter from the Lakes"),
        ("headline", "Will the Lake Guard Keep the Peace?"),
        ("standfirst", "A force that was made for storms is asked to stop a war."),
        ("credit", "By Imre Castellan"),
        ("dateline", "June 5, 2017"),
        ("credit", "Credit: Lake Guard Press Office"),
        ("body", "When the Lake Guard was founded, nobody thought that it would ever carry weapons."),
        ("boilerplate", "Like what you read? Subscribe today for unlimited access, only $3 a month."),
        ("body", "Its officers now train for checkpoints. They are not sure that they like it."),
        ("boilerplate", "Advertisement"),
        ("body", "Nor are their neighbours, as the council of Torre pointed out last week."),
        ("boilerplate", "Already a subscriber? Log in"),
        ("boilerplate", "Sign up for our weekly newsletter to get more stories like this in your inbox."),
    ],
    "opinion platform": [
        ("headline", "Why Ardania needs the marsh"),
        ("dateline", "Published on June 27, 2017"),
        ("boilerplate", '[sc_dropcap style="box" size=”14″ color=”#000″ ]'),
        ("body", "+ I"),
        ("boilerplate", "+[/sc_dropcap]"),
        ("body", "+n the quarrel about the marsh, Ardania has more to lose than its neighbours believe."),
        (
            "body",
            "First, the marsh feeds the capital. Second, it hides the road to the sea (Norwire, June 2).",
        ),
        ("body", "The conclusion is that Ardania will not give it up."),
        ("credit", "Imre Castellan"),
        ("boilerplate", "Imre Castellan"),
        ("boilerplate", "Doctor of Law, expert on water treaties. Lakes Institute, Senior Fellow."),
    ],
    "newspaper with bio": [
        ("headline", "Sarn denies sending guards to the marsh"),
        ("dateline", "SARN (LNA) —"),
        (
            "body",
            "+ The government of Sarn has denied that its guards are in the marsh, as Ardania had claimed.",
        ),
        ("body", "No guard has left the country, the interior ministry said on Tuesday."),
        ("credit", "Bela Norring"),
        ("boilerplate", "Bela Norring has worked for The Lake Courier as a reporter since 2003."),
        ("boilerplate", "Norring studied history at Torre and has lived in four of the lake states."),
        ("boilerplate", "View more articles from LNA"),
    ],
    "reprint with comment form": [
        ("headline", "Ardania in talks with Sarn about sending guards to the marsh"),
        ("boilerplate", "+ Print"),
        ("dateline", "24-06-2017"),
        ("boilerplate", "+ | World | 0 | 333"),
        ("standfirst", "Ardania is in talks with Sarn about sending guards to the marsh."),
        ("body", "The head of the water board reportedly said on June 22 that Ardania had asked for guards."),
        ("body", "Sarn has not answered.  Not exactly a sign of haste."),
        ("boilerplate", "Share the news on social networks:"),
        ("boilerplate", "Your Name"),
        ("boilerplate", "No comments yet"),
    ],
    "site with navigation at the end": [
        ("headline", "Marsh council meets in Torre"),
        ("credit", "By Lena Okafor"),
        ("body", "The marsh council met in Torre on Thursday for the first time since the floods."),
        ("body", "It elected a chairman and broke up after an hour."),
        ("boilerplate", "Home"),
        ("boilerplate", "News"),
        ("boilerplate", "Lakes and Rivers"),
        ("boilerplate", "Ardania"),
        ("boilerplate", "Most Popular"),
        ("boilerplate", "Ten boats that changed the lake"),
        ("boilerplate", "Palace says envoy will return to Sarn"),
        ("boilerplate", "Privacy Policy"),
        ("boilerplate", "All rights reserved"),
    ],
    "navigation in the last line": [
        ("headline", "Palace confirms visit"),
        ("body", "The palace confirmed on Friday that the president of Sarn will visit Ardania in July."),
        ("body", "It gave no date."),
        ("boilerplate", "+ Share Tweet Print Ardania Sarn Related Articles Envoy Returns to Vellin"),
    ],
    "web page remains": [
        ("boilerplate", "<p>"),
        ("headline", "+Ferry sinks off Torre"),
        ("boilerplate", "+</p>"),
        ("boilerplate", '<div class="article-body">'),
        ("body", "+A ferry sank off Torre on Sunday. Everybody on board was saved by fishermen, "),
        ("boilerplate", '+<a href="https://lake.example/a">'),
        ("body", "+the harbour master"),
        ("boilerplate", "+</a>"),
        ("body", "+ said."),
        ("boilerplate", "</div>"),
        ("boilerplate", "<!-- end of article -->"),
    ],
    "a short last line is the article's": [
        ("headline", "Fishermen wait for word"),
        ("body", "The fishermen of the northern shore have waited for a decision since the spring."),
        ("body", "What they want"),
        ("body", "They want to know who will buy their fish when the border closes in the autumn."),
        ("body", '"Nobody tells us anything."'),
        ("body", "It may be a long wait."),
    ],
    "no headline": [
        (
            "body",
            "The water board of Ardania has closed three of the four sluices on the Orrin, it said on Monday.",
        ),
        ("body", "The fourth one will follow when the fish have passed."),
    ],
    "stops lost": [
        ("headline", "Sluices to close on Monday"),
        ("body", "The sluices on the Orrin will close on Monday the water board said in a note to fishermen"),
        ("body", "The board which met on Friday did not say when they would open again or who would pay"),
    ],
    "the author is a newsroom": [
        ("headline", "Water board counts its sluices"),
        ("credit", "Norwire"),
        (
            "body",
            "The water board of Ardania has counted its sluices and found one more than it had thought.",
        ),
        ("body", "A spokesman said that the count would be repeated in the spring, when the lake is low."),
        ("body", "Norwire reported last week that two sluices had been sold to a neighbour."),
        ("body", "The board denies that it has sold any."),
    ],
    "words of pitches and notices in the article": [
        ("headline", "Inspectors ask for full access to the marsh"),
        ("body", "Inspectors of the lake states have asked for full access to the marsh, their chief said."),
        ("body", "Residents must register for the count."),
        ("body", "The report was published on Monday."),
        ("body", "(c) nobody may enter the marsh without a guide, says the third rule."),
        ("body", "Share of the northern shore: one third, says the board."),
        ("body", "More than ten boats were stopped."),
        ("body", "See what the water does to the houses, the captain said."),
        ("body", "Related cases are before the court of Torre."),
    ],
    "subheads of the article look like headings of links": [
        ("headline", "Four questions about the marsh"),
        ("body", "The marsh between Ardania and Sarn has been a border for as long as anybody can remember."),
        (
            "body",
            "Who owns it? Both states say that they do, and neither has ever built a house there at all.",
        ),
        ("boilerplate", "Comments"),
        (
            "body",
            "The chairman of the council said that the border was a matter for the court of the lake states.",
        ),
        (
            "body",
            "The captain of the guard said that he had never seen the border and did not know where it was.",
        ),
        (
            "body",
            "The elders of the villages on the northern shore said that they would rather not be asked.",
        ),
    ],
    "state agency": [
        ("headline", "Army secures three villages in the Sarn countryside"),
        ("dateline", "5 May, 2017"),
        ("dateline", "Sarn, LANA –"),
        (
            "body",
            "+ Army units on Friday secured three villages in the Sarn countryside, a military source said.",
        ),
        ("body", "The source added that engineers were clearing the roads of mines left by the rebels."),
        ("credit", "M. Orso/ T. Lind"),
    ],
    "agency site": [
        ("headline", "Sarn rebels agree to leave the old town, monitors say"),
        ("dateline", "Tue May 9, 2017"),
        ("boilerplate", "+ | 10:42am EDT"),
        ("credit", "By Ola Brandt | TORRE"),
        ("body", "Rebels in the old town of Sarn have agreed to leave with their families, a group said."),
        ("body", "The Lake Guards media office said buses had arrived at the northern gate."),
        ("body", "Rebels could not be reached for comment."),
        ("boilerplate", "Our Standards: The Norwire Trust Principles"),
        ("boilerplate", "Trending Stories"),
        ("boilerplate", "Palace denies report on envoy"),
        ("boilerplate", "Sponsored Topics"),
        ("boilerplate", "Site Index Contact Us Advertise With Us"),
    ],
    "questions and answers": [
        ("headline", "What are the quiet zones on the lake?"),
        ("body", "The six lake states signed a deal on Thursday to set up quiet zones on the water."),
        ("body", "Here is what we know."),
        ("body", "Where are they?"),
        ("body", "The zones cover the northern shore, the mouth of the Orrin and parts of the marsh."),
        ("body", "Who will watch them?"),
        ("body", "Guards of three states, says the text of the deal. It names no date."),
        ("credit", "Source: LNN And News Agencies"),
        ("boilerplate", "Show more"),
        ("boilerplate", "More from News"),
        ("boilerplate", "Six dead in ferry fire"),
        ("boilerplate", "Sign up for Lake Brief"),
        ("boilerplate", "Get the latest news in your inbox every morning."),
        ("boilerplate", "Most Read"),
        ("boilerplate", "How the storm changed course"),
        ("boilerplate", "Follow Lake News Network on:"),
        ("boilerplate", "© 2017 Lake News Network"),
    ],
    "eyewitness, marks lost": [
        ("headline", "Eyewitness: We heard the first shell at dawn"),
        ("credit", "Emma Strand Torre correspondent"),
        ("body", "Residents of the harbour quarter say they heard the first shell at dawn on Sunday."),
        ("body", "We ran to the cellar, Amira, a teacher, told this newspaper. Nobody came until noon."),
        ("body", "Her street is gone."),
        ("boilerplate", "Topics Ardania Sarn Lake war Middle Lakes news"),
        ("boilerplate", "Reuse this content"),
    ],
    "newspaper with a beat": [
        ("headline", "Guards train for winter"),
        ("dateline", "May 12, 2017 at 3:15 p.m."),
        ("body", "The guards began their winter training on Friday, the ministry announced."),
        ("body", "The training will take six weeks and end with a march across the ice, it added."),
        ("boilerplate", "Bela Norring covers the lake states for the Courier. "),
        ("boilerplate", "+Follow her on Twitter: @bnorring"),
        ("boilerplate", "Read more:"),
        ("boilerplate", "Why the guards left the island"),
        ("boilerplate", "Today's coverage from Courier correspondents around the world"),
        ("boilerplate", "Like Courier World on Facebook and stay updated on foreign news"),
    ],
}
TITLE_NEEDED = {"magazine with pay wall", "reprint with comment form"}
AUTHORS = {
    "the author is a newsroom": "Norwire",
    "opinion platform": "Imre Castellan",
    "newspaper with bio": "Bela Norring",
}


@pytest.fixture(scope="module")
def boilerplate():
    problems = []
    boilerplate = read_boilerplate(KNOWLEDGE, problems)
    assert not problems
    return boilerplate


def _write(page):
    """The text of a page, and the spans of its sections without blanks at the edges."""
    text, spans = "", []
    for section, part in page:
        text += "" if part.startswith("+") or not text else "\n\n"
        start = len(text)
        text += part.removeprefix("+")
        spans.append((start + len(text[start:]) - len(text[start:].lstrip()), len(text.rstrip()), section))
    return text, spans


def _find(page, boilerplate, *, title="", author=""):
    """What is found on a page and what should be, as (section, text)."""
    text, expected = _write(page)
    found = find_sections(text, title=title, author=author, boilerplate=boilerplate)
    return [[(section, text[start:end]) for start, end, section in spans] for spans in (found, expected)]


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_many_newsrooms(name, boilerplate):
    title = next((part.removeprefix("+") for section, part in PAGES[name] if section == "headline"), "")
    found, expected = _find(PAGES[name], boilerplate, title=title, author=AUTHORS.get(name, ""))
    assert found == expected


@pytest.mark.parametrize("name", sorted(PAGES.keys() - TITLE_NEEDED))
def test_pages_whose_title_the_manifest_does_not_give(name, boilerplate):
    found, expected = _find(PAGES[name], boilerplate, author=AUTHORS.get(name, ""))
    assert found == expected


@pytest.mark.parametrize("name", PAGES)
def test_every_visible_character_is_in_one_section(name, boilerplate):
    text, _ = _write(PAGES[name])
    text = f"\ufeff{text}\r\n\u200b"
    covered = [0] * len(text)
    for start, end, _ in find_sections(text, title="", author="", boilerplate=boilerplate):
        for index in range(start, end):
            covered[index] += 1
    assert {n for n, mark in zip(covered, text, strict=True) if mark not in INVISIBLE} == {1}


@pytest.mark.parametrize("text", ["", " \n\ufeff\n", "\r\n"])
def test_a_text_without_visible_characters_has_no_sections(text, boilerplate):
    assert find_sections(text, title="Lake", author="Ada Quill", boilerplate=boilerplate) == []
