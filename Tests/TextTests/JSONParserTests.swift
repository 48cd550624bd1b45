import Testing
import Text

@Suite("Reading JSON")
struct JSONParserTests {
    static let whole: [(String, String)] = [
        ("null", "null"), (" true ", "true"), ("[]", "[]"), ("{}", "{}"), ("[ 1 , -2 ]", "[1,-2]"), ("1.5e2", "150.0"),
        ("12345678901234567890", "1.2345678901234567e+19"), (#""a\"\\\/\b\f\n\r\t""#, #""a\"\\/\u0008\u000c\n\r\t""#),
        (#""\u00e9\ud83d\ude00""#, "\"é😀\""), (#""\ud83d""#, "\"\u{FFFD}\""), (#""\ud83dx""#, "\"\u{FFFD}x\""),
        (#""\ud83d\u0041""#, "\"\u{FFFD}A\""),
        (#"{"b":1,"a":[{"c":null}],"b":2}"#, #"{"b":1,"a":[{"c":null}],"b":2}"#),
        ("\u{FEFF}[0]", "[0]"), ("[[],[[]]]", "[[],[[]]]"),
    ]

    @Test("Values, written again", arguments: whole)
    func values(_ text: String, _ written: String) throws {
        #expect(try JSONParser.value(text.utf8).text == written)
        #expect(try JSONParser.value(text.utf8, options: .init(isLenient: true)).text == written)
    }

    static let broken: [(String, Int, JSONParser.Failure.Reason)] = [
        ("", 0, .unexpectedEnd), ("[", 1, .unexpectedEnd), ("[1,]", 3, .unexpectedByte), ("{\"a\"}", 4, .unexpectedByte),
        ("{a:1}", 1, .unexpectedByte), ("01", 2, .badNumber), ("1.", 2, .badNumber), ("-", 1, .unexpectedEnd),
        ("nul", 3, .unexpectedEnd), ("nulk", 3, .unexpectedByte), ("1 2", 2, .trailing), ("\"\\x\"", 3, .badEscape),
        ("\"\\u12g4\"", 5, .badEscape), ("\"a\nb\"", 2, .unexpectedByte), ("\"abc", 4, .unexpectedEnd),
    ]

    @Test("What is no JSON, and where", arguments: broken)
    func failures(_ text: String, _ offset: Int, _ reason: JSONParser.Failure.Reason) {
        #expect(throws: JSONParser.Failure(offset: offset, reason: reason)) { try JSONParser.value(text.utf8) }
    }

    @Test("What a lenient reader lets pass")
    func lenient() throws {
        let options = JSONParser.Options(isLenient: true)
        #expect(try JSONParser.value("[1,]".utf8, options: options).text == "[1]")
        #expect(try JSONParser.value("{\"a\":\"b\nc\",} ;".utf8, options: options).text == "{\"a\":\"b\\nc\"}")
        #expect(try JSONParser.value("\"b\nc\"".utf8, options: .init(takesControls: true)).text == "\"b\\nc\"")
        #expect(try JSONParser.value(#""\q""#.utf8, options: options).text == "\"q\"")
    }

    @Test("Limits")
    func limits() {
        let deep = String(repeating: "[", count: 100_000)
        #expect(throws: JSONParser.Failure(offset: 201, reason: .tooDeep)) { try JSONParser.value(deep.utf8) }
        #expect(throws: JSONParser.Failure(offset: 3, reason: .tooMany)) {
            try JSONParser.value("[1,2]".utf8, options: .init(values: 2))
        }
    }

    @Test("Members by their names, the last of a name counting")
    func members() throws {
        let value = try JSONParser.value(#"{"a":1,"a":2}"#.utf8)
        #expect(value["a"]?.text == "2")
        #expect(value["b"] == nil)
    }

    @Test("Bytes that are no UTF-8 become U+FFFD")
    func bytes() throws {
        #expect(try JSONParser.value([0x22, 0xFF, 0x41, 0x22]).text == "\"\u{FFFD}A\"")
    }
}
