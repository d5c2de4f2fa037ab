using Agent;
using Microsoft.Extensions.AI;
using Recoup.Actions;
using Recoup.Catalogs;
using Recoup.Emulator;

// dotnet run      posts the release of row 2 on the built-in emulator: no key, no model, and nothing leaves this machine
Console.WriteLine("On the built-in emulator, with a script in place of the model: no key is needed, and nothing leaves this machine.");
await using var emulator = RecoupEmulator.Start(
    RecoupCatalog.Of(typeof(LinkedIn).Assembly), World.Load(Path.Combine(AppContext.BaseDirectory, "world.json")));
using var recoup = emulator.CreateClient();             // live: new RecoupClient(new RecoupClientOptions { ApiKey = … })
using var script = SampleScript.Create();
IChatClient model = script;                             // live: the client of a model, such as new ChatClient(…).AsIChatClient()

var agent = new ReleaseAgent(recoup, model, new AgentPolicy { Approve = Approve });
var outcome = await agent.RunAsync("Post the release in row 2 of the sheet 1qZk7Vt0mR3wYp8cXnB5sLdJ2uFhGa9oE4iTb6KvMxQs.");

Console.WriteLine(script.Conversation);
Console.WriteLine($"{outcome.Kind}: {outcome.Message}");
return outcome.Kind == OutcomeKind.Posted ? 0 : 1;

// Live: ask a person.
static bool Approve(FunctionCallContent call)
{
    Console.WriteLine($"Approved, because this is the emulator: {call.Name}");
    return true;
}
