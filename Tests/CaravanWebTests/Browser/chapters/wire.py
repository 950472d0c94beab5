"""The page's own reading and writing of protocol lines, in the browser that does it."""

SCRIPT = r"""
const done = arguments[arguments.length - 1];
import('/wire.js').then(async ({ requestBytes, parseClosing, LineReader }) => {
  const written = await requestBytes('EXPLAIN', ['a b', 'c=d', ''], { q: 'x"y\\z\n', none: undefined }, '中').text();
  const sent = new TextEncoder().encode('+ {"名":"山"}\r\nOK bytes=4 m="a \\"b\\" \\n=c" n=\nxy\nz\nrest');
  const read = [];
  for (let size = 1; size <= sent.length; size += 1) {
    const stream = new ReadableStream({ start(controller) {
      for (let at = 0; at < sent.length; at += size) controller.enqueue(sent.slice(at, at + size));
      controller.close();
    } });
    const reader = new LineReader(stream);
    const [record, closing] = [await reader.line(), await reader.line()];
    const payload = new TextDecoder().decode(await reader.bytes(4));
    read.push(JSON.stringify([record, parseClosing(closing).fields, payload, await reader.line(), await reader.line() ?? null]));
  }
  const refused = parseClosing('ERR not-found "no week \\"x\\"" faults=2');
  done({ written, read: [...new Set(read)], refused });
}).catch((error) => done({ error: String(error) }));
"""


def run(journey):
    browser = journey.browser
    browser.open(journey.daemon.address)
    browser.view("weeks")
    found = browser.driver.execute_async_script(SCRIPT)
    assert "error" not in found, found
    assert found["written"] == 'EXPLAIN "a b" "c=d" "" q="x\\"y\\\\z\\n" bytes=3\n中\n', found["written"]
    assert found["read"] == ['["+ {\\"名\\":\\"山\\"}",{"bytes":"4","m":"a \\"b\\" \\n=c","n":""},"xy\\nz","",null]'], found["read"]
    refused = found["refused"]
    assert (refused["code"], refused["message"], refused["fields"]) == ("not-found", 'no week "x"', {"faults": "2"})
    journey.say("requests are quoted as the protocol wants it, and replies are read however they are cut into pieces")
