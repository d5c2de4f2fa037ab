using System.Text.Json;
using Microsoft.Playwright;
using Recoup.Contracts;
using Recoup.Contracts.Listing;
using Recoup.Emulator;
using Recoup.Tests.Driving;
using Program = Recoup.Tests.Driving.Program;

namespace Recoup.Browser.Tests;

/// <summary>What a person does on the page, from the search to the copied code.</summary>
public sealed class StoryTests
{
    // The writer of calls that `recoup emulate` hands over.
    private static readonly CallSource Renderer = new(ContractDocument.Load(TestData.QuickStartCatalog));

    [Fact]
    public async Task A_person_tries_an_action_fails_it_and_takes_its_code()
    {
        await using var opened = await EmulatorPage.OpenAsync(options: new RecoupEmulatorOptions { CallRenderer = Renderer.Of });
        var page = opened.Page;

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Search actions" }).FillAsync("create issue");
        await page.GetByRole(AriaRole.Option, new() { Name = "GITHUB_CREATE_ISSUE" }).ClickAsync();
        await page.GetByLabel("owner", new() { Exact = true }).FillAsync("octocat");
        await page.GetByLabel("repo", new() { Exact = true }).FillAsync("hello-world");
        await page.GetByLabel("title", new() { Exact = true }).FillAsync("It does not work");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add labels" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Add item to labels" }).ClickAsync();
        var label = page.GetByRole(AriaRole.Group, new() { Name = "labels[0]", Exact = true });
        await label.GetByLabel("Kind of labels[0]").SelectOptionAsync("object with name");
        await label.GetByLabel("name", new() { Exact = true }).FillAsync("bug");
        await label.GetByLabel("color", new() { Exact = true }).FillAsync("red");
        await opened.ExecuteAsync();

        await EmulatorPage.ShouldHaveTextAsync(opened.Status, "^400");
        await EmulatorPage.ShouldHaveTextAsync(opened.Answer, "/labels/0");
        await EmulatorPage.ShouldHaveTextAsync(label.Locator(".problem").Last, "/labels/0");

        await opened.Answer.GetByRole(AriaRole.Button, new() { Name = "Go to /labels/0" }).First.ClickAsync();
        (await label.EvaluateAsync<bool>("label => label.contains(document.activeElement)")).ShouldBeTrue();
        await label.GetByLabel("color", new() { Exact = true }).FillAsync("ff0000");
        await Assertions.Expect(page.GetByText("The parameters are valid.")).ToBeVisibleAsync();
        await opened.ExecuteAsync();
        await EmulatorPage.ShouldHaveTextAsync(opened.Status, "^200");

        await page.GetByLabel("The next call gets").SelectOptionAsync("502, the service fails");
        await page.GetByLabel("Message").FillAsync("quota exceeded");
        await page.GetByRole(AriaRole.Button, new() { Name = "Script the next call" }).ClickAsync();
        await page.GetByText("active", new() { Exact = true }).WaitForAsync();
        await opened.ExecuteAsync();
        await EmulatorPage.ShouldHaveTextAsync(opened.Status, "^502");
        await EmulatorPage.ShouldHaveTextAsync(opened.Answer, "quota exceeded");
        await page.GetByText("used up", new() { Exact = true }).WaitForAsync();

        await page.GetByRole(AriaRole.Tab, new() { Name = "C#" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).ClickAsync();
        var code = await page.EvaluateAsync<string>("navigator.clipboard.readText()");
        var sent = opened.Emulator.Journal.All("GITHUB_CREATE_ISSUE").ToList();
        ShouldCompileTo(code, sent[^1].Parameters);
        sent.Select(exchange => exchange.Status).ShouldBe([400, 200, 502]);

        await page.GetByRole(AriaRole.Link, new() { Name = "Journal" }).ClickAsync();
        await page.GetByRole(AriaRole.Row, new() { Name = "502" }).ClickAsync();
        var detail = page.GetByRole(AriaRole.Region, new() { Name = "Exchange", Exact = true });
        await detail.GetByText("Executed.", new() { Exact = true }).WaitForAsync();
        await EmulatorPage.ShouldHaveTextAsync(detail, "quota exceeded");
    }

    [Fact]
    public async Task A_person_connects_a_connector_after_a_409()
    {
        await using var opened = await EmulatorPage.OpenAsync(view: "#/actions/LINKEDIN_CREATE_POLL");
        var page = opened.Page;
        await page.GetByTitle("urn:li:organization:2414183").ClickAsync();
        await page.GetByLabel("question", new() { Exact = true }).FillAsync("Which one?");
        await page.GetByLabel("1st_choice", new() { Exact = true }).FillAsync("This");
        await page.GetByLabel("2nd_choice", new() { Exact = true }).FillAsync("That");
        await opened.ExecuteAsync();
        await EmulatorPage.ShouldHaveTextAsync(opened.Status, "^409");

        await opened.Answer.GetByRole(AriaRole.Button, new() { Name = "Connect linkedin" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Execute", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await EmulatorPage.ShouldHaveTextAsync(opened.Status, "^200");
        opened.Emulator.Journal.ShouldHaveExecuted("LINKEDIN_CREATE_POLL");
    }

    [Theory]
    [InlineData("the service times out", "^502")]
    [InlineData("200, the action is unsuccessful", "^200.*The action reports a failure")]
    [InlineData("a reset in the middle of the response", "^no response")]
    [InlineData("a lost reply after execution", "^no response")]
    [InlineData("an HTML page", "^504.*Not JSON")]
    [InlineData("malformed JSON", "^200.*Not JSON")]
    [InlineData("this JSON as result", "^200")]
    public async Task The_next_call_gets_what_is_scripted_for_it(string outcome, string status)
    {
        await using var opened = await EmulatorPage.OpenAsync(view: "#/actions/TIKTOK_GET_USER_INFO");
        var page = opened.Page;
        await page.GetByLabel("The next call gets").SelectOptionAsync(outcome);
        await page.GetByRole(AriaRole.Button, new() { Name = "Script the next call" }).ClickAsync();
        await page.GetByText("active", new() { Exact = true }).WaitForAsync();

        await opened.ExecuteAsync();
        await EmulatorPage.ShouldHaveTextAsync(opened.Status, status);
        await opened.ExecuteAsync();
        await EmulatorPage.ShouldHaveTextAsync(opened.Status, "^200");
        (await opened.Answer.InnerTextAsync()).ShouldNotContain("\"ok\": true");
    }

    // The statement compiles as it was copied, and its call is the one that was sent.
    private static void ShouldCompileTo(string code, JsonElement parameters)
    {
        const string Start = "var result = await recoup.ExecuteAsync(";
        code.ShouldStartWith(Start);
        code.ShouldEndWith(");");
        var user = $$"""
            using System;
            using System.Collections.Generic;
            using System.Text.Json;
            using System.Threading.Tasks;
            using Recoup.Actions;
            using Recoup.Typed;

            public static class Probe
            {
                public static async Task SendAsync(RecoupClient recoup)
                {
                    {{code}}
                }

                public static object Run() => {{code[Start.Length..^2]}}.ToJson();
            }
            """;
        var program = Program.Load(Generation.Run(File.ReadAllText(TestData.QuickStartCatalog), user));
        SameJson.Are((JsonElement)program.Run("Run")!, parameters).ShouldBeTrue(code);
    }
}
