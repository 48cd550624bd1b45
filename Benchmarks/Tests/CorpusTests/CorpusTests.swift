import Testing

@testable import Corpus

struct CorpusTests {
    private static let stems = 60_000
    private static let corpus = Corpus(seed: 7, count: 1_000, stems: stems)
    private static let census = WordCensus(of: corpus, sample: 1_000)

    @Test func articleDependsOnSeedAndNumberAlone() {
        let other = Corpus(seed: 7, count: 1_000, stems: Self.stems)
        for number in [999, 3, 500, 3] { #expect(other.article(number) == Self.corpus.article(number)) }
        #expect(Corpus(seed: 8, count: 1_000, stems: Self.stems).article(3).body != Self.corpus.article(3).body)
        #expect(Corpus(seed: 7, count: 5, stems: Self.stems).article(3).body == Self.corpus.article(3).body)
    }

    @Test func datesRiseOverTenYears() {
        let dates = (0..<1_000).map { Self.corpus.article($0).date }
        #expect(dates == dates.sorted())
        #expect(Set(dates).count == 1_000)
        #expect(dates[999] - dates[0] > 9 * 365 * 86_400)
    }

    @Test func textIsPlain() {
        for number in 0..<50 {
            let article = Self.corpus.article(number)
            for byte in article.title + article.deck + article.body {
                #expect(byte == 10 || 32...126 ~= byte)
            }
            let body = String(decoding: article.body, as: UTF8.self)
            #expect(body.hasSuffix(".") && !body.contains("\n\n\n") && !body.contains("  "))
            #expect(article.textSize < 200_000)
        }
    }

    @Test func lengthsAndFrequenciesAreThoseOfText() {
        let check = CorpusCheck(Self.census)
        #expect(480...520 ~= check.wordsAnArticle)
        #expect(3_400...3_900 ~= check.bytesAnArticle)
        // A long tail: many words, nearly half of them in one article only.
        #expect(30_000...120_000 ~= check.words)
        #expect(0.2...0.6 ~= Double(check.wordsOfOneArticle) / Double(check.words))
        #expect(check.spread.map(\.rank) == [1, 10, 100, 1_000, 10_000])
        #expect(check.spread[0].share > 0.98)
        #expect(0.2...0.4 ~= check.spread[2].share)
        #expect(check.spread[3].share < 0.08)
        #expect(check.frequentWords >= 20)
    }

    @Test func wordsComeInBursts() {
        #expect(CorpusCheck(Self.census).burstiness > 1.15)
    }

    /// A name of a story is in a run of articles near one date and hardly anywhere else.
    @Test func storiesShareNames() {
        var articles: [String: [Int]] = [:]
        for number in 0..<1_000 {
            let words = String(decoding: Self.corpus.article(number).body, as: UTF8.self).split(separator: " ")
            let names = zip(words, words.dropFirst()).filter { !$0.hasSuffix(".") && $1.first?.isUppercase == true }.map(\.1)
            for name in Set(names) { articles[String(name), default: []].append(number) }
        }
        let shared = articles.values.filter { $0.count >= 8 }
        #expect(shared.count >= 50)
        // All but the first and last tenth of its articles.
        let near = shared.filter { $0[$0.count * 9 / 10] - $0[$0.count / 10] < 500 }
        #expect(Double(near.count) / Double(shared.count) > 0.8)
    }

    /// Two words of one topic meet more often than words that know nothing of one another.
    @Test func topicsMakeWordsDependent() {
        let numbers = 0..<400
        let sets = numbers.map { number in
            Set(String(decoding: Self.corpus.article(number).body, as: UTF8.self).lowercased().split(separator: " "))
        }
        let medium = Self.census.entries.filter { 15...60 ~= $0.articles }.prefix(300).map(\.word)
        var (expected, met) = (0.0, 0.0)
        for (index, one) in medium.enumerated() {
            let having = sets.filter { $0.contains(Substring(one)) }
            for other in medium[(index + 1)...] {
                let all = sets.count { $0.contains(Substring(other)) }
                let together = having.count { $0.contains(Substring(other)) }
                expected += Double(having.count * all) / Double(sets.count)
                met += Double(together)
            }
        }
        #expect(met > 1.2 * expected)
    }

    @Test func stemsAreMetInSeveralForms() {
        let words = Set(Self.census.entries.map(\.word))
        let inflected = words.filter { words.contains($0 + "s") && words.contains($0 + "ed") && words.contains($0 + "ing") }
        #expect(inflected.count > 500)
        #expect(words.contains { words.contains($0 + "ation") })
    }

    @Test func pairsOfFrequentWordsRepeat() {
        let pairs = PairCensus(of: Self.corpus, sample: 300, census: Self.census) { $0.articles > 80 && !$0.isFunctionWord }
        #expect((pairs.pairs.first?.articles ?? 0) >= 5)
    }
}

struct RankLawTests {
    @Test(arguments: [(100, 100), (1_000, 100), (1_000_000, 10_000)])
    func ranksRiseAndStayInside(ranks: Int, turn: Int) {
        let law = RankLaw(ranks: ranks, turn: turn)
        var last = 0
        for step in 0..<10_000 {
            let rank = law.rank(Double(step) / 10_000)
            #expect(rank >= last && rank < ranks)
            last = rank
        }
        #expect(law.rank(0) == 0)
        #expect(law.rank(1 - 0x1p-53) > ranks * 9 / 10)
    }

    @Test func frequenciesFallAsSaid() {
        let law = RankLaw(ranks: 1_000_000, turn: 10_000)
        /// The share of the ranks below `rank`, by looking for where it begins.
        func share(below rank: Int) -> Double {
            var (low, high) = (0.0, 1.0)
            for _ in 0..<60 {
                let middle = (low + high) / 2
                if law.rank(middle) < rank { low = middle } else { high = middle }
            }
            return low
        }
        let hundred = share(below: 200) - share(below: 100)
        let thousand = share(below: 2_000) - share(below: 1_000)
        #expect(abs(hundred / thousand - 1) < 0.05)
        let tail = share(below: 40_000) - share(below: 20_000)
        let farTail = share(below: 80_000) - share(below: 40_000)
        #expect(abs(tail / farTail - 2) < 0.05)
    }
}
