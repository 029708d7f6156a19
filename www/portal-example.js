// What a portal does with the element: it is a field of its form, and tells when the summary has followed.

const form = document.querySelector("form");
const sent = document.getElementById("sent");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const outline = String(new FormData(form).get("outline"));
  const { stats } = form.querySelector("outline-summary").summary;
  sent.textContent = `已报送：提纲 ${outline.length} 字符，成文 ${stats.words} 字`;
});
