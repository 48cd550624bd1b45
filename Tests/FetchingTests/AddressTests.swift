import Testing
import Workers

@testable import Fetching

@Suite struct AddressTests {
    @Test(arguments: [
        "0.0.0.0", "10.1.2.3", "127.0.0.1", "127.255.0.9", "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.168.1.1",
        "100.64.0.1", "100.127.1.1", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.51.100.2", "203.0.113.3", "224.0.0.1", "240.0.0.1",
        "255.255.255.255", "::", "::1", "fe80::1", "fe80::1%eth0", "fec0::1", "fc00::1", "fd12:3456::1", "ff02::1", "::ffff:10.0.0.1",
        "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2002:c0a8:101::1", "2001:db8::1", "100::1", "::127.0.0.1",
    ])
    func isPrivate(text: String) throws { #expect(try #require(NetworkAddress(text)).isPrivate) }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "11.0.0.1", "100.63.0.1", "100.128.0.1", "126.1.1.1", "128.0.0.1", "169.253.1.1", "172.15.0.1",
        "172.32.0.1", "192.0.1.1", "192.167.1.1", "198.17.0.1", "198.20.0.1", "223.255.255.1", "2606:4700::1111", "2a00:1450::1",
        "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::",
    ])
    func isPublic(text: String) throws { #expect(try !#require(NetworkAddress(text)).isPrivate) }

    @Test(arguments: ["", "localhost", "1.2.3", "256.1.1.1", "1.2.3.4.5", "g::1"])
    func isNone(text: String) { #expect(NetworkAddress(text) == nil) }

    @Test func proxyChoice() throws {
        let choice = ProxyChoice(environment: [
            "http_proxy": "http://p:1", "HTTPS_PROXY": "http://s:2", "HTTP_PROXY": "http://evil:3", "NO_PROXY": ".example.org,10.0.0.1,[::1]",
        ])
        func proxy(_ url: String) throws -> String? { choice.proxy(for: try #require(WebLocation(url))) }
        #expect(try proxy("http://a.example/") == "http://p:1")
        #expect(try proxy("https://a.example/") == "http://s:2")
        for exempt in ["http://example.org/", "https://www.example.org/", "http://10.0.0.1:8080/", "http://[::1]/"] {
            #expect(try proxy(exempt) == nil, "\(exempt)")
        }
        #expect(try proxy("http://notexample.org/") == "http://p:1")
        let all = ProxyChoice(environment: ["all_proxy": "socks5h://t:9", "no_proxy": "*"])
        #expect(all.proxy(for: try #require(WebLocation("http://a/"))) == nil)
        #expect(ProxyChoice(environment: ["HTTP_PROXY": "http://evil:3"]).proxy(for: try #require(WebLocation("http://a/"))) == nil)
    }

    @Test(arguments: [
        ("max-age=60", nil, 60), ("public, MAX-AGE=\"60\"", nil, 60), ("max-age=60", "100", 0), ("no-cache, max-age=60", nil, 0),
        ("max-age=x", nil, nil), ("private", nil, nil), ("max-age=99999999999", "-5", 1 << 31),
    ] as [(String, String?, Int?)])
    func maxAge(control: String, age: String?, expected: Int?) {
        var head = ResponseHead()
        for line in ["HTTP/1.1 200 OK", "Cache-Control: " + control, age.map { "Age: " + $0 } ?? ""] {
            Array((line + "\r\n").utf8).withUnsafeBufferPointer { head.take($0) }
        }
        #expect(head.maxAge == expected)
    }

    @Test func whatIsShownOfAnAddress() {
        let cases = [
            ("https://ann:secret@example.org/feed?a=b@c", "https://example.org/feed?a=b@c"),
            ("https://example.org/@ann", "https://example.org/@ann"), ("HTTP://A@B@Example.org:80", "HTTP://Example.org:80"),
            ("http://ann:secret@exa mple.org/", "http://exa mple.org/"), ("//ann:x@h/", "//h/"), ("nothing", "nothing"),
        ]
        for (text, shown) in cases { #expect(WebLocation.withoutCredentials(text) == shown) }
    }
}
