using Recoup.Emulator.Core;

namespace Recoup.Emulator;

/// <summary>One way in which the deployed server differs from the contract: a row of <see cref="Divergences"/>.</summary>
public sealed class Divergence
{
    internal Divergence(string id, string documented, string deployed, string? whyNotObservable = null) =>
        (Id, Documented, Deployed, WhyNotObservable) = (id, documented, deployed, whyNotObservable);

    /// <summary>Its stable id, D1 to D28.</summary>
    public string Id { get; }

    /// <summary>What the contract says.</summary>
    public string Documented { get; }

    /// <summary>What the deployed server does.</summary>
    public string Deployed { get; }

    /// <summary>Why no request to an emulator can show it; null where one can, and the switch has an effect.</summary>
    public string? WhyNotObservable { get; }

    internal Func<ApiRules, ApiRules> Apply { get; init; } = rules => rules;

    /// <summary>The id and what the deployed server does.</summary>
    public override string ToString() => $"{Id}: {Deployed}";
}
