namespace Recoup.Emulator.Core.State;

/// <summary>What is known of an account before it is created. The emulator makes up the rest.</summary>
internal sealed record AccountIdentity
{
    /// <summary>The key of a default account that nobody has given another.</summary>
    public const string DefaultApiKey = "recoup_sk_emulator_default";

    public string? Name { get; init; }

    public Guid? Id { get; init; }

    public string? ApiKey { get; init; }

    public string? AccessToken { get; init; }
}
