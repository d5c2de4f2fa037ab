using Recoup.Emulator;

namespace Testing;

public sealed class PressKitTests
{
    [Theory, ClassData(typeof(RecoupBehaviors))]
    public async Task A_document_whose_response_was_lost_is_found_and_not_created_twice(ApiBehavior behavior)
    {
        await using var emulator = Emulators.Start(behavior);
        emulator.Connect("googledocs");
        emulator.Connect("googledrive");
        emulator.On(GoogleDocs.CreateDocument).ExecutesThenLosesReply();
        emulator.On(GoogleDrive.FindFile(q: "name = 'Press kit'")).Returns(new { files = new[] { new { id = "1Doc" } } });

        var id = await new PressKit(emulator.CreateClient()).CreateAsync("Press kit", TestContext.Current.CancellationToken);

        id.ShouldBe("1Doc");
        emulator.Journal.ShouldHaveExecuted(GoogleDocs.CreateDocument);
    }
}
