using Microsoft.Extensions.AI;
using Recoup.Catalogs;

namespace Agent.Tests;

/// <summary>An emulator with an artist who has connected everything, and the agent of the label, which may act for the artist.</summary>
internal sealed class Stage : IAsyncDisposable
{
    public const string Sheet = "1AbC";
    public const string Author = "urn:li:person:ada";

    private static readonly RecoupCatalog Catalog = RecoupCatalog.Of(typeof(LinkedIn).Assembly);

    private readonly Func<AgentPolicy, AgentPolicy> _plant;

    /// <param name="behavior">How the API behaves.</param>
    /// <param name="plant">Plants a fault in the policy of the agent; see <see cref="Fault"/>.</param>
    public Stage(ApiBehavior behavior, Func<AgentPolicy, AgentPolicy> plant)
    {
        _plant = plant;
        Emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { Behavior = behavior });
        Artist = Emulator.AddAccount();
        Emulator.AllowAccess(Emulator.DefaultAccount, Artist);
        foreach (var account in new[] { Emulator.DefaultAccount, Artist })
        {
            Emulator.Connect("googlesheets", account);
            Emulator.Connect("linkedin", account);
        }

        Emulator.On(GoogleSheets.GetValues).Returns(new { values = new[] { new[] { "Difference", "https://music.example/1", Author } } });
        Emulator.On(GoogleSheets.BatchUpdate).Returns(new { updatedCells = 1 });
        Emulator.On(LinkedIn.CreateLinkedInPost).Returns(new { id = "urn:li:share:7251" });
    }

    public RecoupEmulator Emulator { get; }

    public EmulatedAccount Artist { get; }

    public Journal Journal => Emulator.Journal;

    /// <summary>What a person answers who is asked to approve a call.</summary>
    public Func<FunctionCallContent, bool> Approve { get; set; } = _ => true;

    public async Task<Outcome> RunAsync(ScriptedChatClient model)
    {
        using var recoup = Emulator.CreateClient();
        var policy = new AgentPolicy { Approve = call => Approve(call) };
        policy = policy with { Tools = policy.Tools with { Account = Artist.Id } };
        var agent = new ReleaseAgent(recoup, model, _plant(policy));
        return await agent.RunAsync("Post the release in row 2.", TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}
