// Draws a chart as a picture that can be published as it is: title and filters above, sources below.
// All of it happens in the reader's browser; the server needs none.

const INK = { text: "#1f2933", muted: "#5b6773", line: "#d9dee3", paper: "#ffffff" };
const SANS = 'Helvetica, Arial, "Liberation Sans", sans-serif';
const SERIF = 'Georgia, "Times New Roman", "Liberation Serif", serif';
const MARGIN = 40;
const SCALE = 3;

let library = null;

function loadPlotly(url) {
  library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => {
      library = null;
      reject(new Error("the drawing library did not arrive"));
    };
    document.head.append(script);
  });
  return library;
}

const escapeXml = (text) =>
  text.replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c]);

function wrap(text, { font, width }) {
  const context = document.createElement("canvas").getContext("2d");
  context.font = font;
  const lines = [""];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (context.measureText(longer).width <= width || !lines.at(-1)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter(Boolean);
}

function paragraph(text, { top, size, family, weight = 400, fill, width }) {
  const lines = wrap(text, { font: `${weight} ${size}px ${family}`, width });
  const height = Math.round(size * 1.3);
  const svg = lines
    .map(
      (line, i) =>
        `<text x="${MARGIN}" y="${top + size + i * height}" font-family='${family}' font-size="${size}" ` +
        `font-weight="${weight}" fill="${fill}">${escapeXml(line)}</text>`,
    )
    .join("");
  return { svg, bottom: top + lines.length * height };
}

async function compose(Plotly, { figure, title, subtitle, credit, alt }) {
  const { width: room, height } = figure.layout;
  const width = room + 2 * MARGIN;
  const inner = { format: "svg", width: room, height, imageDataOnly: true };
  const chart = (await Plotly.toImage(figure, inner)).replace(/^<\?xml[^>]*>/, "");
  const head = paragraph(title, { top: MARGIN - 8, size: 28, family: SERIF, weight: 700, fill: INK.text, width: room });
  const below = paragraph(subtitle, { top: head.bottom + 6, size: 16, family: SANS, fill: INK.muted, width: room });
  const chartTop = below.bottom + 20;
  const rule = chartTop + height + 18;
  const foot = paragraph(credit, { top: rule + 12, size: 13, family: SANS, fill: INK.muted, width: room });
  const total = Math.round(foot.bottom + 24);
  return {
    width,
    height: total,
    svg:
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ` +
      `width="${width}" height="${total}" viewBox="0 0 ${width} ${total}" role="img">` +
      `<title>${escapeXml(title)}</title><desc>${escapeXml(alt)}</desc>` +
      `<rect width="${width}" height="${total}" fill="${INK.paper}"/>${head.svg}${below.svg}` +
      `<g transform="translate(${MARGIN} ${chartTop})">${chart}</g>` +
      `<path d="M${MARGIN} ${rule}H${width - MARGIN}" stroke="${INK.line}"/>${foot.svg}</svg>`,
  };
}

const asBlob = ({ svg }) => new Blob([svg], { type: "image/svg+xml;charset=utf-8" });

async function asPng(page) {
  const url = URL.createObjectURL(asBlob(page));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = Object.assign(document.createElement("canvas"), {
      width: page.width * SCALE,
      height: page.height * SCALE,
    });
    const context = canvas.getContext("2d");
    context.scale(SCALE, SCALE);
    context.drawImage(image, 0, 0, page.width, page.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  } finally {
    URL.revokeObjectURL(url);
  }
}

function save(blob, name) {
  const anchor = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: name });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

// A button that is disabled while its file is made loses the focus to the page, where Escape and Tab no longer
// reach the dialog: the next key brings it back.
function keepKeys(dialog, signal) {
  let last = dialog;
  dialog.addEventListener("focusin", (event) => (last = event.target), { signal });
  document.addEventListener(
    "keydown",
    (event) => {
      if (!dialog.isConnected || document.activeElement !== document.body) return;
      (last.isConnected && !last.disabled ? last : dialog).focus();
      if (event.key === "Escape") dialog.querySelector('[aria-label="Close"]')?.click();
    },
    { signal, capture: true },
  );
}

export default function ({ data, parentElement }) {
  const keys = new AbortController();
  const dialog = (parentElement.getRootNode().host ?? parentElement).closest("[role=dialog]");
  if (dialog) keepKeys(dialog, keys.signal);
  const preview = parentElement.querySelector("img");
  const status = parentElement.querySelector("[role=status]");
  const buttons = [...parentElement.querySelectorAll("button")];
  let previewUrl = null;
  loadPlotly(data.script)
    .then((Plotly) => compose(Plotly, data))
    .then((page) => {
      previewUrl = URL.createObjectURL(asBlob(page));
      Object.assign(preview, { src: previewUrl, alt: data.alt, hidden: false });
      status.textContent = "";
      for (const button of buttons) {
        button.disabled = false;
        button.onclick = async () => {
          const blob = button.value === "png" ? await asPng(page) : asBlob(page);
          save(blob, `${data.name}.${button.value}`);
        };
      }
    })
    .catch((error) => {
      status.textContent = `The picture could not be drawn: ${error.message}. The other downloads still work.`;
    });
  return () => {
    keys.abort();
    if (previewUrl) URL.revokeObjectURL(previewUrl);
  };
}
