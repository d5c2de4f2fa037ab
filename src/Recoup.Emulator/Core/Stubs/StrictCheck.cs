using Recoup.Catalogs.Problems;
using Recoup.Emulator.Core.Exchanges;

namespace Recoup.Emulator.Core.Stubs;

/// <summary>
/// Finds what a strict test must not leave: unscripted calls, unused stubs, outcomes that were never reached, and calls in flight.
/// </summary>
internal static class StrictCheck
{
    public static IReadOnlyList<string> Find(StubBook stubs, JournalStore journal) =>
    [
        .. stubs.Unscripted,
        .. stubs.Stubs.Where(stub => stub.Uses == 0).Select(Unused),
        .. stubs.Stubs.Where(stub => stub.Uses > 0).SelectMany(stub =>
            stub.Unreached.Where(step => step.Outcome.IsFault).Select(step => Unreached(stub, step))),
        .. journal.InFlight.Select(call => $"A call is still in flight: {call}. Await it before the emulator is disposed."),
    ];

    public static void Require(IReadOnlyList<string> leftOver)
    {
        if (leftOver.Count > 0)
            throw new RecoupEmulatorException(string.Join(Environment.NewLine, leftOver));
    }

    private static string Unreached(Stub stub, ScriptStep step) =>
        $"A scripted outcome of the stub for {Problem.OneLine(stub.Slug)} never happened: {step.Outcome.Name}. "
        + $"The stub answered {stub.Uses} {(stub.Uses == 1 ? "call" : "calls")}.";

    private static string Unused(Stub stub)
    {
        var conditions = stub.Conditions.Count == 0 ? "" : ": " + string.Join(", ", stub.Conditions.Select(condition => condition.Text));
        return Problem.OneLine($"The stub for {stub.Slug} was never used{conditions}. ")
            + "Remove it, or find out why the code under test did not make the call.";
    }
}
