using Recoup.Emulator.Core.Rules;

namespace Recoup.Emulator;

/// <summary>A known difference between the deployed server and the contract.</summary>
public sealed class Divergence
{
    internal Divergence(string id, string documented, string deployed, string? whyNotObservable = null) =>
        (Id, Documented, Deployed, WhyNotObservable) = (id, documented, deployed, whyNotObservable);

    /// <summary>The stable id, D1 to D28.</summary>
    public string Id { get; }

    /// <summary>What the contract says.</summary>
    public string Documented { get; }

    /// <summary>What the deployed server does.</summary>
    public string Deployed { get; }

    /// <summary>The reason why no request to an emulator can show the divergence; null if the emulator emulates it.</summary>
    public string? WhyNotObservable { get; }

    internal Func<ApiRules, ApiRules> Apply { get; init; } = rules => rules;

    /// <summary>Returns the id and the behavior of the deployed server.</summary>
    public override string ToString() => $"{Id}: {Deployed}";
}
