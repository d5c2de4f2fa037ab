using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace Recoup.Emulator.Tests.Hosts;

/// <summary>Runs a test on both hosts, and under both behaviors if the test takes one.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EverywhereAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        ITheoryDataRow[] rows = testMethod.GetParameters().Length == 1
            ? [.. Enum.GetValues<Host>().Select(host => new TheoryDataRow(host))]
            : [.. Enum.GetValues<Host>()
                .SelectMany(host => Enum.GetValues<ApiBehavior>(), (host, behavior) => new TheoryDataRow(host, behavior))];
        return new(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
