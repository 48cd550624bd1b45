import TestSupport
import Testing

/// Every journey in the real program: what must be seen is seen, what the terminal shows is what was drawn, the terminal is given back as
/// it was, and the library is sound. A sample is made, more of it in calm weather, and with `DOSSIER_SOAK` all, at several sizes.
@Suite struct JourneyTableTests {
    @Test func thereAreFortyOfDifferentNames() {
        #expect(Journey.all.count >= 40)
        #expect(Set(Journey.all.map(\.name)).count == Journey.all.count)
    }

    @Test(arguments: sample(of: 2, from: 0)) func calm(_ journey: Journey) throws {
        try JourneyRun(journey, .calm, seed: 1).make()
    }

    @Test(arguments: sample(of: 9, from: 0)) func whileAnImportIsRunning(_ journey: Journey) throws {
        try JourneyRun(journey, .importing, seed: 2).make()
        if Soak.isOn { try JourneyRun(journey, .importing, columns: 120, rows: 40, seed: 3).make() }
    }

    @Test(arguments: sample(of: 9, from: 3)) func withAnotherSizeOnTheWay(_ journey: Journey) throws {
        for seed in 0..<UInt64(Soak.pick(sample: 1, full: 6)) {
            try JourneyRun(journey, .resizing, seed: seed &* 31 &+ UInt64(journey.name.utf8.count)).make()
        }
    }

    @Test(.enabled(if: Soak.isOn, "in full only"), arguments: Journey.all) func atOtherSizes(_ journey: Journey) throws {
        for (columns, rows) in [(120, 40), (200, 60)] { try JourneyRun(journey, .calm, columns: columns, rows: rows, seed: 4).make() }
    }

    /// Every so-manieth journey; all of them where tests run in full.
    private static func sample(of step: Int, from first: Int) -> [Journey] {
        Soak.isOn ? Journey.all : stride(from: first, to: Journey.all.count, by: step).map { Journey.all[$0] }
    }
}
