import Formats
import Testing

@testable import Feeds

@Suite struct FeedScheduleTests {
    /// Tuesday, 24 November 2026, 10:30 UTC.
    private let now: Int64 = 1_795_516_200

    private func wait(_ change: (inout FeedHead) -> Void = { _ in }, maxAge: Int? = nil) -> Int64 {
        var head = FeedHead(kind: .rss)
        change(&head)
        return FeedSchedule().next(after: now, head: head, maxAge: maxAge) - now
    }

    @Test func theLongestCounts() {
        #expect(wait() == 3_600)
        #expect(wait({ $0.minutesBetween = 10 }) == 3_600)
        #expect(wait({ $0.minutesBetween = 120 }) == 7_200)
        #expect(wait({ $0.minutesBetween = 120 }, maxAge: 10_000) == 10_000)
        #expect(wait(maxAge: 1 << 40) == 7 * 86_400)
        #expect(FeedSchedule().next(after: now, head: nil, maxAge: nil) == now + 3_600)
    }

    @Test func quietTimes() {
        // 11:30 is quiet, so is noon: one o'clock it is.
        #expect(wait({ $0.quietHours = [11, 12] }) == 9_000)
        // Tuesday is the second day.
        #expect(wait({ $0.quietDays = [2] }) == 13 * 3_600 + 1_800)
        #expect(wait({ $0.quietDays = [1, 3, 4] }) == 3_600)
        // Who never wants to be asked is asked after a week.
        #expect(wait({ $0.quietDays = Set(1...7) }) == 7 * 86_400 + 1_800)
    }

    @Test func retries() {
        let schedule = FeedSchedule()
        #expect((1...3).map { schedule.retry(after: 0, failures: $0, retryAfter: nil) } == [1_800, 3_600, 7_200])
        #expect(schedule.retry(after: 0, failures: 1_000, retryAfter: nil) == 86_400)
        #expect(schedule.retry(after: 0, failures: 5, retryAfter: 1) == 60)
        #expect(schedule.retry(after: 0, failures: 1, retryAfter: 1 << 40) == 30 * 86_400)
    }
}
