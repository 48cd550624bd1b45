import Articles
import Testing

@Suite struct ArticleDateTests {
    @Test(arguments: [
        ("2024", 1_704_067_200), ("2024-08", 1_722_470_400), ("2024-08-12", 1_723_420_800),
        ("2024-08-12T09:30:00Z", 1_723_455_000), ("2024-08-12T09:30:00+02:00", 1_723_447_800),
        ("1969-12-31T23:59:59Z", -1), ("0001-01-01", -62_135_596_800), ("2024-02-29", 1_709_164_800),
    ] as [(String, Int64)])
    func timestampOf(text: String, seconds: Int64) throws {
        let date = try #require(ArticleDate(iso8601: text))
        #expect(date.timestamp == seconds)
        #expect(date.description == text)
    }

    @Test(arguments: [
        "", "24", "2024-13", "2024-02-30", "2023-02-29", "2024-1-1", "2024-01-01T25:00", "2024-01-01x", "0000", "2024-08-12T", "٢٠٢٤",
    ])
    func refuses(text: String) {
        #expect(ArticleDate(iso8601: text) == nil)
    }

    @Test func timestampsComeBack() {
        var seconds: Int64 = -62_135_596_800
        while seconds < 253_402_300_799 {
            #expect(ArticleDate(timestamp: seconds).timestamp == seconds)
            seconds += 86_400 * 97 + 12_345
        }
    }
}
