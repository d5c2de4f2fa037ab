using Recoup.Contracts.Live.Runs;

namespace Recoup.Contracts.Live.Probes;

/// <summary>The probes, in the order in which they run. The comparison with a stored catalog follows.</summary>
internal static class ProbeTable
{
    public static IReadOnlyList<Probe> Rows { get; } =
    [
        new PreflightProbe(),
        new NoCredentialProbe(),
        new BothCredentialsProbe(),
        new FalseCredentialProbe(),
        new BothWaysProbe(),
        new AccountFormatProbe(),
        new ForeignAccountProbe(),
        new ActionListProbe(),
        new ConnectorListProbe(),
        new IncompleteExecutionProbe(),
        new UnknownActionProbe(),
        new MalformedExecutionProbe(),
        new OrderProbe(),
        new IncompleteUploadProbe(),
        new WrongMethodProbe(),
        new RosterAccountProbe(),
        new AllowedActionProbe(),
        new InvalidParametersProbe(),
        new UnconnectedActionProbe(),
    ];
}
