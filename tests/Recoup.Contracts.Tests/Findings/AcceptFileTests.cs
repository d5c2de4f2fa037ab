using Recoup.Contracts.Tests.Findings.Reports;

namespace Recoup.Contracts.Tests.Findings;

public sealed class AcceptFileTests
{
    private static readonly DateTimeOffset Today = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_accepted_finding_does_not_count_until_its_entry_expires()
    {
        var entries = Sample.Entries(Sample.Report, "2026-06-01");

        var during = Compare(entries, Today);
        during.Totals.Accepted.ShouldBe(Sample.Report.Findings.Count(finding => finding.Verdict > Verdict.Compatible));
        during.HasFindingsAtOrAbove(Verdict.Behavior).ShouldBeFalse();
        during.Notes.ShouldBeEmpty();

        var after = Compare(entries, Today.AddDays(1));
        after.Totals.Accepted.ShouldBe(0);
        after.Worst.ShouldBe(Verdict.Breaking);
        after.Notes.ShouldAllBe(note => note.Kind == NoteKind.ExpiredAcceptance && note.Location != null);
        after.Notes.Count.ShouldBe(during.Totals.Accepted);
    }

    [Fact]
    public void An_entry_is_stale_if_its_finding_has_changed()
    {
        var entries = Sample.Entries(Sample.Report, "2026-12-31")
            .Replace(Sample.Report.Findings[0].ContentHash, new string('0', 64), StringComparison.Ordinal);

        var report = Compare(entries, Today);

        report.Notes.ShouldContain(note => note.Kind == NoteKind.StaleAcceptance);
        report.Worst.ShouldBe(Verdict.Breaking);
    }

    [Theory]
    [InlineData("{", "not JSON")]
    [InlineData("[]", "'accept' array")]
    [InlineData("""{"accept":[1]}""", "expected an entry")]
    [InlineData("""{"accept":[{"rule":"r","pointer":"","hash":"h","expires":"2027-01-01"}]}""", "expected a text 'reason'")]
    [InlineData("""{"accept":[{"rule":"r","pointer":"","hash":"h","reason":" ","expires":"2027-01-01"}]}""", "expected a text 'reason'")]
    [InlineData("""{"accept":[{"rule":"r","pointer":"","hash":"h","reason":"why"}]}""", "expected a text 'expires'")]
    [InlineData(
        """{"accept":[{"rule":"r","pointer":"","hash":"h","reason":"why","expires":"soon"}]}""", "a date such as 2027-01-31, got 'soon'")]
    public void An_entry_without_a_reason_or_date_is_rejected_and_located(string json, string expected)
    {
        var message = Should.Throw<ContractException>(() => AcceptFile.Parse(json, "known.json")).Message;

        message.ShouldStartWith("known.json(1,");
        message.ShouldContain(expected);
    }

    private static Report Compare(string entries, DateTimeOffset now) => Sample.Compare(new DiffOptions
    {
        Accepted = AcceptFile.Parse(entries),
        TimeProvider = new Sample.FixedTime(now),
    });
}
