using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Recoup.Generators.Analyzers;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.Analyzers;

/// <summary>A program that generates classes which a referenced library has, too.</summary>
public sealed class RepeatedClassTests
{
    private const string Use = """
        using Recoup.Actions;
        _ = GitHub.Pick(name: "a", size: GitHub.PickSize.Small);
        _ = Gmail.FetchEmails();
        """;

    [Theory]
    [InlineData("assembly")]
    [InlineData("reference assembly")]
    [InlineData("project")]
    public async Task Classes_that_two_projects_generate_are_one_warning_and_their_uses_are_none(string kind)
    {
        var reported = await ReportedAsync(Use, Library(new GenerationOptions(), kind));

        var warning = reported.ShouldHaveSingleItem();
        warning.Id.ShouldBe("RCP0063");
        warning.GetMessage(System.Globalization.CultureInfo.InvariantCulture).ShouldStartWith(
            "This project and the referenced assembly 'App' both generate GitHub and 1 more of its classes");
    }

    public static TheoryData<string, string> Others => new()
    {
        { "internal", "Recoup.Actions" },
        { "public", "Acme.Actions" },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public async Task Classes_that_differ_in_visibility_or_namespace_are_no_warning(string visibility, string @namespace) =>
        (await ReportedAsync(Use, Library(new GenerationOptions { Visibility = visibility, Namespace = @namespace }, "assembly")))
            .ShouldBeEmpty();

    [Fact]
    public async Task Another_class_that_two_projects_have_is_the_compilers_warning()
    {
        const string Code = Use + "\n_ = new Own();\npublic class Own;";
        var library = Generation.Run([], "public class Own;").Compilation.WithAssemblyName("Other").ToMetadataReference();

        (await ReportedAsync(Code, library)).ShouldHaveSingleItem().Id.ShouldBe("CS0436");
    }

    private static MetadataReference Library(GenerationOptions options, string kind) =>
        Analysis.ReferenceTo(Generation.Run(Analysis.Files(Analysis.Actions), options: options), kind);

    private static async Task<IReadOnlyList<Diagnostic>> ReportedAsync(string code, MetadataReference library)
    {
        var options = new GenerationOptions { OutputKind = OutputKind.ConsoleApplication };
        var program = Generation.Run(Analysis.Files(Analysis.Actions), code, options).Compilation
            .WithAssemblyName("Program").AddReferences(library);
        var reported = await program
            .WithAnalyzers(
                [new RepeatedClassAnalyzer(), new RepeatedClassSuppressor()],
                new AnalyzerOptions(Analysis.Files(Analysis.Actions), options))
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. reported.Where(diagnostic => !diagnostic.IsSuppressed && diagnostic.Severity >= DiagnosticSeverity.Warning)];
    }
}
