import Testing

@testable import Formats

@Suite("Addresses")
struct WebAddressTests {
    /// RFC 3986, section 5.4, as far as they lead to a page of the web.
    static let examples = [
        ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"), ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"), ("//g", "http://g"),
        ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"),
        (";x", "http://a/b/c/;x"), ("g;x", "http://a/b/c/g;x"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"), ("..", "http://a/b/"),
        ("../", "http://a/b/"), ("../g", "http://a/b/g"), ("../..", "http://a/"), ("../../g", "http://a/g"),
        ("../../../g", "http://a/g"), ("/./g", "http://a/g"), ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."),
        (".g", "http://a/b/c/.g"), ("./../g", "http://a/b/g"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
        ("HTTPS://x/Y", "https://x/Y"), (" \n g h\t", "http://a/b/c/g%20h"), ("\\g", "http://a/g"),
        ("mailto:a@b.example", "mailto:a@b.example"),
    ]

    @Test("References against a base", arguments: examples)
    func resolves(_ reference: String, _ address: String) {
        #expect(WebAddress.resolve(reference.utf8, base: WebAddress("http://a/b/c/d;p?q")) == address)
    }

    @Test("What leads nowhere", arguments: [
        "", " ", "#s", "javascript:alert(1)", "java\nscript:alert(1)", "data:,x", "file:///x", "https:x", "http://", "mailto:",
        "g\u{1}", "vbscript:x", "blob:x",
    ])
    func leadsNowhere(_ reference: String) {
        #expect(WebAddress.resolve(reference.utf8, base: WebAddress("http://a/b")) == nil)
    }

    @Test("Without a base only whole addresses")
    func withoutBase() {
        #expect(WebAddress.resolve("x".utf8, base: nil) == nil)
        #expect(WebAddress.resolve("//x/y".utf8, base: nil) == "https://x/y")
        #expect(WebAddress.resolve("http://x/y".utf8, base: nil) == "http://x/y")
    }

    @Test("Too long for an address")
    func long() {
        #expect(WebAddress.resolve(String(repeating: "x", count: 5_000).utf8, base: WebAddress("http://a/")) == nil)
    }

    @Test("Host and text")
    func parts() {
        let address = WebAddress("HTTPS://me@News.Example:8080/a?b#c")
        #expect(address?.host == "news.example")
        #expect(address?.text == "HTTPS://me@News.Example:8080/a?b")
        #expect(WebAddress("mailto:a@b") == nil)
        #expect(WebAddress("/a") == nil)
    }
}
