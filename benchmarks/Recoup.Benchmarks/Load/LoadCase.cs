using Recoup.Emulator;

namespace Recoup.Benchmarks.Load;

/// <summary>One kind of call: what is scripted for it, what its client has to see, what the journal has to say.</summary>
/// <param name="Name">Sent as a parameter, so that the stub knows the kind.</param>
/// <param name="Script">What happens to it.</param>
/// <param name="Seen">What its client sees.</param>
/// <param name="Status">The journal's status.</param>
/// <param name="Fault">The journal's fault.</param>
/// <param name="Executed">Whether it took effect, or may have.</param>
internal sealed record LoadCase(string Name, Action<ActionStub> Script, Seen Seen, int? Status, TransportFault? Fault, bool Executed)
{
    /// <summary>Every fault that a port can show, for one call in a hundred each. All other calls are <see cref="Usual"/>.</summary>
    public static IReadOnlyList<LoadCase> Faults { get; } =
    [
        new("reset", stub => stub.Fails(TransportFault.Reset), Seen.Reset, null, TransportFault.Reset, false),
        new("reset in mid-body", stub => stub.Fails(TransportFault.ResetMidBody), Seen.Reset, null, TransportFault.ResetMidBody, true),
        new("truncated body", stub => stub.Fails(TransportFault.TruncatedBody), Seen.Ended, null, TransportFault.TruncatedBody, true),
        new("hang", stub => stub.Fails(TransportFault.Hang), Seen.GaveUp, null, TransportFault.Hang, false),
        new("executed, reply lost", stub => stub.ExecutesThenLosesReply(), Seen.Reset, null, TransportFault.Reset, true),
        new("upstream failure", stub => stub.FailsUpstream(), Seen.Status502, 502, null, true),
        new("upstream time-out", stub => stub.TimesOut(), Seen.Status502, 502, null, true),
        new("unsuccessful", stub => stub.Unsuccessful("no"), Seen.Status200, 200, null, true),
        new("malformed JSON", stub => stub.AnswersMalformedJson(), Seen.Status200, 200, null, true),
        new("HTML", stub => stub.AnswersHtml(), Seen.Status504, 504, null, false),
    ];

    public static LoadCase Usual { get; } = new("usual", stub => stub.Returns(new { updatedCells = 4 }), Seen.Status200, 200, null, true);

    public static LoadCase Of(int call) => call % 100 < Faults.Count ? Faults[call % 100] : Usual;
}
