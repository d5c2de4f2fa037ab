using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests;

/// <summary>
/// A wrong argument does not compile, and the compiler points at it. For every action of a catalog, each argument is passed once with a
/// value of another type, and each required argument is omitted once.
/// </summary>
public sealed class WrongArgumentTests
{
    private const string CannotConvert = "CS1503";
    private const string NoArgumentGiven = "CS7036";

    [Fact]
    public void Every_mistake_in_a_call_of_the_quick_start_fails_at_its_argument() =>
        ShouldFailAtTheArgument(File.ReadAllText(TestData.QuickStartCatalog));

    [Fact]
    public void Every_mistake_in_a_call_of_a_real_catalog_fails_at_its_argument() =>
        ShouldFailAtTheArgument(File.ReadAllText(TestData.RequireExternal("catalogs", "github-googledrive.served.json")));

    private static void ShouldFailAtTheArgument(string catalog)
    {
        var compilation = Generation.Run(catalog).Compilation;
        var methods = Methods(compilation).ToArray();
        var mistakes = methods.SelectMany(Mistakes).ToArray();

        // The same calls compile without the mistakes, so the errors below are caused by the mistakes.
        Errors(compilation, methods.Select(Call)).ShouldBeEmpty();
        var reported = Errors(compilation, mistakes.Select(mistake => mistake.Code))
            .ToLookup(error => error.Location.GetLineSpan().StartLinePosition.Line);
        mistakes.Select((mistake, line) => Finding(mistake, [.. reported[line]])).Where(finding => finding is not null).ShouldBeEmpty();

        // Every action is covered, except those without parameters, which have no arguments.
        mistakes.Select(mistake => mistake.Method).Distinct(SymbolEqualityComparer.Default).Count()
            .ShouldBe(methods.Count(method => method.Parameters.Length > 0));
        mistakes.Where(mistake => mistake.Error == NoArgumentGiven)
            .Select(mistake => mistake.Method)
            .Distinct(SymbolEqualityComparer.Default)
            .Count()
            .ShouldBe(methods.Count(method => method.Parameters.Any(parameter => !parameter.IsOptional)));
    }

    private static IEnumerable<Mistake> Mistakes(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            var wrong = WrongValue(parameter.Type);
            yield return new Mistake(method, Call(method, method.Parameters.Where(other =>
                !other.IsOptional || ReferenceEquals(other, parameter))
                .Select(other => (other, ReferenceEquals(other, parameter) ? wrong : "default!"))), CannotConvert, wrong, "");
        }

        foreach (var missing in method.Parameters.Where(parameter => !parameter.IsOptional))
        {
            yield return new Mistake(method, Call(method, method.Parameters.Where(parameter =>
                !parameter.IsOptional && !ReferenceEquals(parameter, missing))
                .Select(parameter => (parameter, "default!"))), NoArgumentGiven, method.Name, $"'{missing.Name}'");
        }
    }

    /// <summary>A wrong value that a caller might pass.</summary>
    private static string WrongValue(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { Name: "Optional", TypeArguments: [var inner] } => WrongValue(inner),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T, TypeArguments: [var inner] } => WrongValue(inner),
        { SpecialType: SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Boolean } => "\"text\"",
        { Name: "JsonNode" } => "new object()",
        _ when TakesNumbers(type) => "new System.Version()",
        _ => "4.2",
    };

    private static bool TakesNumbers(ITypeSymbol type) =>
        type.GetMembers(WellKnownMemberNames.ImplicitConversionName).OfType<IMethodSymbol>()
        .Any(conversion => conversion.Parameters[0].Type.SpecialType is SpecialType.System_Int64 or SpecialType.System_Double);

    private static string Call(IMethodSymbol method) =>
        Call(method, method.Parameters.Where(parameter => !parameter.IsOptional).Select(parameter => (parameter, "default!")));

    private static string Call(IMethodSymbol method, IEnumerable<(IParameterSymbol Parameter, string Value)> arguments) =>
        $"{method.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)}.{method.Name}("
        + string.Join(", ", arguments.Select(argument => $"@{argument.Parameter.Name}: {argument.Value}")) + ")";

    private static Diagnostic[] Errors(Compilation compilation, IEnumerable<string> calls)
    {
        // One call on each line: the line of an error is the number of its call.
        var code = new StringBuilder("[System.Diagnostics.CodeAnalysis.Experimental(\"TEST\")] static class Calls {");
        foreach (var (call, index) in calls.Select((call, index) => (call, index)))
            code.Append(CultureInfo.InvariantCulture, $" static object Call{index}() => {call};\n");
        var tree = CSharpSyntaxTree.ParseText(
            code.Append('}').ToString(), new GenerationOptions().Parse, cancellationToken: TestContext.Current.CancellationToken);
        return [.. compilation.AddSyntaxTrees(tree)
            .GetSemanticModel(tree)
            .GetDiagnostics(cancellationToken: TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
    }

    private static string? Finding(Mistake mistake, Diagnostic[] errors) => errors switch
    {
        [] => $"{mistake.Code} compiles",
        [var error] when error.Id == mistake.Error
            && TextAt(error) == mistake.Place
            && error.GetMessage(CultureInfo.InvariantCulture).Contains(mistake.Said, StringComparison.Ordinal) => null,
        _ =>
            $"{mistake.Code}: expected {mistake.Error} at {mistake.Place}, got {string.Join(
                "; ", errors.Select(error => $"{error.Id} at {TextAt(error)}: {error.GetMessage(CultureInfo.InvariantCulture)}"))}",
    };

    private static string TextAt(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);

    private static IEnumerable<IMethodSymbol> Methods(Compilation compilation) =>
        ((INamespaceSymbol)compilation.GlobalNamespace.GetMembers("Recoup").Single())
            .GetNamespaceMembers()
            .Single(inner => inner.Name == "Actions")
            .GetTypeMembers().SelectMany(connector => connector.GetMembers().OfType<IMethodSymbol>())
            .Where(method => method.GetAttributes().Any(attribute => attribute.AttributeClass!.Name == "RecoupActionAttribute"));

    /// <summary>A call with one mistake.</summary>
    /// <param name="Method">The called method.</param>
    /// <param name="Code">The call.</param>
    /// <param name="Error">The id of the only error that it must cause.</param>
    /// <param name="Place">The text the error must point at.</param>
    /// <param name="Said">The text that the message must contain.</param>
    private sealed record Mistake(IMethodSymbol Method, string Code, string Error, string Place, string Said);
}
