using Recoup.Contracts.Live;
using Recoup.Emulator;

namespace Recoup.Contracts.Tests.Live;

/// <summary>A verification of an emulator, and its text report.</summary>
internal sealed record Verification(VerificationOutcome Outcome, Report? Report, string Text)
{
    /// <summary>
    /// The rows that the catalog of these tests lets a verification see: one connector is not connected, one action is a meta-action.
    /// </summary>
    public static readonly string[] Seen = ["D1", "D2", "D7", "D8", "D9", "D10", "D18", "D25", "D26"];

    /// <summary>The rows that findings name; any other finding is returned as text.</summary>
    public string[] Rows =>
    [
        .. Report.ShouldNotBeNull(Text).Findings
            .Select(finding => finding.Rule.Level == RuleLevel.Live ? finding.Pointer.TrimStart('/') : finding.ToString()),
    ];

    /// <summary>Verifies an emulator against the catalog of these tests, in process or on a port.</summary>
    public static Task<Verification> RunAsync(
        RecoupEmulator emulator, bool onPort, ApiExpectation expect = ApiExpectation.Deployed, string[]? allowed = null,
         Guid? roster = null) =>
        RunAsync(emulator, onPort, new VerifyOptions
        {
            Expect = expect,
            Snapshot = ContractDocument.Load(Emulators.Catalog),
            AllowedActions = [.. (allowed ?? []).Select(slug => new AllowedAction(slug))],
            RosterAccount = roster,
            Diff = new DiffOptions { TimeProvider = new EmulatorClock() },
        });

    /// <summary>Verifies an emulator in process; without a catalog unless one is given.</summary>
    public static Task<Verification> RunInProcessAsync(
        RecoupEmulator emulator, ApiExpectation expect = ApiExpectation.Deployed, string? catalog = null, string[]? allowed = null,
        Action<string>? sends = null, string key = RecoupEmulator.DefaultApiKey) =>
        RunAsync(emulator, onPort: false, new VerifyOptions
        {
            Expect = expect,
            Snapshot = catalog is null ? null : ContractDocument.Load(catalog),
            AllowedActions = [.. (allowed ?? []).Select(slug => new AllowedAction(slug))],
            Diff = new DiffOptions { TimeProvider = new EmulatorClock() },
        }, sends, key);

    private static async Task<Verification> RunAsync(
        RecoupEmulator emulator, bool onPort, VerifyOptions options, Action<string>? sends = null,
        string key = RecoupEmulator.DefaultApiKey)
    {
        using var handler = onPort ? null : Emulators.CreateHandler(emulator, sends ?? (_ => { }));
        using var api = new LiveApi(new LiveApiOptions
        {
            Address = onPort ? await emulator.StartListeningAsync() : new Uri("http://localhost/"),
            ApiKey = key,
            Handler = handler,
        });
        try
        {
            var report = await ContractVerification.VerifyAsync(api, options, TestContext.Current.CancellationToken);
            var outcome = report.IsSuspect ? VerificationOutcome.Undecided
                : report.HasFindingsAtOrAbove(Verdict.Unproven) ? VerificationOutcome.Drift
                : VerificationOutcome.Clean;
            return new Verification(outcome, report, TextOf(report));
        }
        catch (LiveApiException e)
        {
            return new Verification(VerificationOutcome.Undecided, null, e.Message);
        }
    }

    public static string TextOf(Report report)
    {
        using var text = new StringWriter();
        ReportWriterTable.Find("text")!.Write(report, text);
        return text.ToString();
    }
}
