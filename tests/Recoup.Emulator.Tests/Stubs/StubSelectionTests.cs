using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Recoup.Emulator.Control.Calls;
using Recoup.Emulator.Tests.Hosts;
using Recoup.Emulator.Worlds;
using static Recoup.Emulator.Tests.TestCatalog;

namespace Recoup.Emulator.Tests.Stubs;

/// <summary>Whatever stubs there are and in which order they were added, the latest one that matches and is not used up answers.</summary>
public sealed class StubSelectionTests
{
    private static readonly string[] Patterns =
    [
        "{}", """{"title":"a"}""", """{"title":"b"}""", """{"owner":"x","title":"a"}""", """{"owner":"x"}""", """{"body":{"k":1}}""",
        """{"number":1}""", """{"number":1.0}""", """{"owner":"y","number":10e-1}""",
    ];

    private static readonly string[] Calls =
    [
        """{"owner":"x","repo":"r","title":"a"}""", """{"title":"b","owner":"y","repo":"r","number":1}""",
        """{"owner":"x","repo":"r","title":"c","body":{"k":1,"l":2}}""", """{"owner":"y","repo":"r","title":"a","number":1.00}""",
    ];

    [Fact]
    public void The_latest_matching_stub_answers()
    {
        var stub = from pattern in Gen.Choose(0, Patterns.Length - 1)
                   from action in Gen.Elements(Issue, "*", Update)
                   from times in Gen.Choose(0, 3)
                   from isExact in Gen.Elements(false, false, true)
                   select (pattern, action, times, isExact);
        var story = from stubs in Gen.ListOf(stub)
                    from calls in Gen.ListOf(Gen.Choose(0, Calls.Length - 1))
                    from removed in Gen.Choose(0, 8)
                    select (Stubs: stubs.ToArray(), Calls: calls.ToArray(), Removed: removed);

        Prop.ForAll(story.ToArbitrary(), story => Holds(story.Stubs, story.Calls, story.Removed)).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task A_stub_that_gets_a_further_outcome_answers_again()
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { With = { Divergences.D5 } });
        emulator.On(Issue).Returns(new { by = "older" });
        var stub = emulator.On(Issue).Returns(new { by = "first" }).Times(1);
        using var client = emulator.CreateHttpClient();

        var first = await client.ExecuteAsync(Issue, Calls[0]);
        var older = await client.ExecuteAsync(Issue, Calls[0]);
        stub.Then.Returns(new { by = "second" });
        var second = await client.ExecuteAsync(Issue, Calls[0]);

        (By(first), By(older), By(second)).ShouldBe(("first", "older", "second"));
    }

    [Fact]
    public async Task Ten_thousand_stubs_are_compared_only_if_they_may_match()
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { With = { Divergences.D5 } });
        var compared = 0;
        for (var i = 0; i < 10_000; i++)
        {
            emulator.On(Issue).Where(_ => ++compared > 0, "counted")
                .WithParameters(Json($$"""{"owner":"x","repo":"r","title":"{{i}}"}""")).Returns(new { by = $"{i}" });
        }

        using var client = emulator.CreateHttpClient();

        By(await client.ExecuteAsync(Issue, """{"owner":"x","repo":"r","title":"77"}""")).ShouldBe("77");
        By(await client.ExecuteAsync(Issue, """{"owner":"x","repo":"r","title":"none"}""")).ShouldBeNull();
        compared.ShouldBe(1);
    }

    /// <summary>The work for a call is bounded: it is looked up by its values at 16 sets of places.</summary>
    [Theory]
    [InlineData(16, 0)]
    [InlineData(17, 1)]
    [InlineData(20, 4)]
    public async Task A_call_is_looked_up_by_sixteen_sets_of_parameters(int sets, int expected)
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { With = { Divergences.D5 } });
        var compared = 0;
        void Script(int set) => emulator.On(Issue).Where(_ => ++compared > 0, "counted").WithParameters(Json($$"""{"p{{set}}":1}"""));

        // Those of removed stubs do not count.
        for (var set = 0; set < 16; set++)
        {
            Script(100 + set);
            emulator.Remove(emulator.Stubs[0]).ShouldBeTrue();
        }

        for (var set = 0; set < sets; set++)
            Script(set);
        Script(0);
        using var client = emulator.CreateHttpClient();

        await client.ExecuteAsync(Issue, """{"owner":"x"}""");
        compared.ShouldBe(expected);
        await client.ExecuteAsync(Issue, """{"p0":1}""");
        compared.ShouldBe(expected + 1);
    }

    [Fact]
    public async Task A_stub_that_answers_again_is_as_old_as_before()
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { With = { Divergences.D5 } });
        using var client = emulator.CreateHttpClient();
        var old = emulator.On(Issue).Returns(new { by = "old" }).Times(1);
        var first = await client.ExecuteAsync(Issue, Calls[0]);
        emulator.On(Issue).Returns(new { by = "younger" }).Times(1);
        emulator.On(Issue).Returns(new { by = "youngest" }).Times(1);
        old.Then.Returns(new { by = "old again" });

        string?[] answers = [By(first), By(await ExecuteAsync()), By(await ExecuteAsync()), By(await ExecuteAsync())];

        answers.ShouldBe(["old", "youngest", "younger", "old again"]);

        Task<Answer> ExecuteAsync() => client.ExecuteAsync(Issue, Calls[0]);
    }

    [Fact]
    public async Task Names_with_any_characters_are_told_apart()
    {
        await using var emulator = RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { With = { Divergences.D5 } });
        emulator.On(Issue).WithParameters(Json("""{"a\nb":1}""")).Returns(new { by = "one name" });
        emulator.On(Issue).WithParameters(Json("""{"a":1,"b":2}""")).Returns(new { by = "two names" });
        emulator.On(Issue).WithParameters(Json("""{"a\u0000b":1}""")).Returns(new { by = "a null" });
        emulator.On(Issue).WithParameters(Json("""{"a":{"b":1}}""")).Returns(new { by = "nested" });
        using var client = emulator.CreateHttpClient();

        By(await client.ExecuteAsync(Issue, """{"a\nb":1}""")).ShouldBe("one name");
        By(await client.ExecuteAsync(Issue, """{"b":2,"a":1}""")).ShouldBe("two names");
        By(await client.ExecuteAsync(Issue, """{"a\u0000b":1}""")).ShouldBe("a null");
        By(await client.ExecuteAsync(Issue, """{"a":{"b":1}}""")).ShouldBe("nested");
    }

    [Fact]
    public async Task A_stub_may_require_text_that_dotnet_cannot_hold()
    {
        await using var emulator = RecoupEmulator.Start(Catalog);

        emulator.On(Update).WithParameters(Json("""{"sheet_name":"\ud800"}""")).Returns(new { });
        using var client = emulator.CreateHttpClient();

        ((int)(await client.ExecuteAsync(Update, ValidUpdate)).Status).ShouldBe(200);
    }

    private static bool Holds((int Pattern, string Action, int Times, bool IsExact)[] stubs, int[] calls, int removed)
    {
        using var emulation = new Disposable(RecoupEmulator.Start(Catalog, new RecoupEmulatorOptions { With = { Divergences.D5 } }));
        var emulator = emulation.Emulator;
        var model = new List<(int Id, string Action, JsonElement Pattern, bool IsExact, int Left)>();
        foreach (var (pattern, action, times, isExact) in stubs)
        {
            var (condition, limit) = (isExact ? "parameters" : "where", times > 0 ? $",\"times\":{times}" : "");
            var id = Add(
                emulator,
                $$"""{"action":"{{action}}","{{condition}}":{{Patterns[pattern]}},"outcomes":[{"returns":{}{{limit}}}]}""");
            model.Add((id, action, Json(Patterns[pattern]), isExact, times == 0 ? int.MaxValue : times));
        }

        if (removed < model.Count)
        {
            emulator.Remove(emulator.Stubs[removed]).ShouldBeTrue();
            model.RemoveAt(removed);
        }

        using var client = emulator.CreateHttpClient();
        foreach (var call in calls.Select(call => Calls[call]))
        {
            _ = client.ExecuteAsync(Issue, call).GetAwaiter().GetResult();
            var at = model.FindLastIndex(stub =>
                stub.Action is Issue or "*" && stub.Left > 0 && Matches(stub.Pattern, Json(call), stub.IsExact));
            var expected = at < 0 ? null : (int?)model[at].Id;
            if (at >= 0)
                model[at] = model[at] with { Left = model[at].Left - 1 };
            if (emulator.Journal.All()[^1].StubId != expected)
                return false;
        }

        return true;
    }

    // A stub of a world is scripted like one of the control API.
    private static int Add(RecoupEmulator emulator, string stub)
    {
        var value = ControlBody.Parse(Encoding.UTF8.GetBytes(stub));
        var described = StubReader.ReadStub(value)!;
        ControlBody.Require(value);
        return emulator.Engine.Services.Stubs.Add(StubSetup.Create(described, null)).Id;
    }

    private static bool Matches(JsonElement pattern, JsonElement call, bool isExact) => isExact
        ? JsonElement.DeepEquals(pattern, call)
        : pattern.EnumerateObject().All(member => call.TryGetProperty(member.Name, out var value)
            && (value.ValueKind == JsonValueKind.Object
                ? Matches(member.Value, value, isExact: false)
                : JsonElement.DeepEquals(member.Value, value)));

    private static string? By(Answer answer) =>
        answer.Json.GetProperty("result").TryGetProperty("by", out var by) ? by.GetString() : null;

    private sealed class Disposable(RecoupEmulator emulator) : IDisposable
    {
        public RecoupEmulator Emulator => emulator;

        public void Dispose() => emulator.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
