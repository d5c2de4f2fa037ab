using System.Reflection;
using Recoup.Emulator.Tests.Hosts;
using Xunit.Sdk;
using Xunit.v3;

namespace Recoup.Emulator.Tests.Deployed;

/// <summary>Runs a test of one divergence on both hosts with the divergence switched on and off.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SwitchedAttribute : DataAttribute
{
    private static readonly bool[] OnAndOff = [true, false];

    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<Host>().SelectMany(_ => OnAndOff, (host, isOn) => new TheoryDataRow(host, isOn))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
