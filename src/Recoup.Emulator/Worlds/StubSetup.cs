using Recoup.Emulator.Core.Stubs;

namespace Recoup.Emulator.Worlds;

/// <summary>Makes the stub that JSON describes, by the same steps as a test in C#.</summary>
internal static class StubSetup
{
    /// <param name="described">The description.</param>
    /// <param name="account">The account that the description names, or null.</param>
    public static Stub Create(WorldStub described, EmulatedAccount? account)
    {
        var created = new Stub(described.Action.Text) { Source = described.Source };
        var stub = new ActionStub(created);
        if (account is not null)
            stub.For(account);
        if (described.Parameters is { } parameters)
            stub.WithParameters(parameters);
        foreach (var condition in described.Conditions)
            stub.When(condition);
        foreach (var step in described.Steps)
        {
            stub.Delays(step.Delay);
            step.Script(stub);
            if (step.Times is { } times)
                stub.Times(times);
        }

        if (described.Steps.Count == 0)
            stub.Delays(described.Delay);
        return created;
    }
}
