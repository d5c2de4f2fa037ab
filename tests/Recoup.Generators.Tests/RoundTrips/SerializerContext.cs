using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json.Serialization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Tests.Driving;

namespace Recoup.Generators.Tests.RoundTrips;

/// <summary>
/// A <c>JsonSerializerContext</c> over generated types, as in a second project: source generators do not see each other's output. The
/// generator of System.Text.Json is that of the installed SDK.
/// </summary>
internal static class SerializerContext
{
    /// <summary>Compiles a context for types of a program, and loads it beside the program.</summary>
    public static JsonSerializerContext Over(Program program, IEnumerable<Type> types)
    {
        var code = new StringBuilder();
        foreach (var (type, index) in types.Select((type, index) => (type, index)))
            code.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"[System.Text.Json.Serialization.JsonSerializable(typeof({Name(type)}){PropertyName(type, index)})]\n");
        code.Append("public sealed partial class Context : System.Text.Json.Serialization.JsonSerializerContext { }");

        var options = new GenerationOptions { Language = LanguageVersion.Latest };
        var compilation = Generation.Compile([CSharpSyntaxTree.ParseText(code.ToString(), options.Parse)], options);
        compilation = compilation.WithAssemblyName("Second")
            .WithOptions(compilation.Options.WithSpecificDiagnosticOptions(
                compilation.Options.SpecificDiagnosticOptions.SetItem("RCPEXP01", ReportDiagnostic.Suppress)))
            .AddReferences(MetadataReference.CreateFromImage(program.Image));
        CSharpGeneratorDriver.Create([Generator()], parseOptions: options.Parse)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported);
        reported.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning).ShouldBeEmpty();
        using var image = new MemoryStream();
        var emitted = output.Emit(image);
        emitted.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ShouldBeEmpty();
        image.Position = 0;
        var context = program.LoadDependent(image).GetType("Context")!;
        return (JsonSerializerContext)context.GetProperty("Default")!.GetValue(null)!;
    }

    private static ISourceGenerator Generator()
    {
        // From dotnet/shared/Microsoft.NETCore.App/10.0.0 to dotnet/packs.
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        var packs = Path.Combine(root, "packs", "Microsoft.NETCore.App.Ref");
        const string Name = "System.Text.Json.SourceGeneration.dll";
        var path = Directory.Exists(packs)
            ? Directory.GetFiles(packs, Name, SearchOption.AllDirectories).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        if (path is null)
            Assert.Skip($"No {Name} under {packs}: the reference pack of the SDK is not installed.");
        var generator = AssemblyLoadContext.Default.LoadFromAssemblyPath(path)
            .GetTypes()
            .Single(type => type.IsDefined(typeof(GeneratorAttribute), inherit: false)
                && type.GetCustomAttribute<GeneratorAttribute>()!.Languages.Contains(LanguageNames.CSharp));
        return ((IIncrementalGenerator)Activator.CreateInstance(generator)!).AsSourceGenerator();
    }

    // Nested types of two connectors may have the same name. The generator takes no other name for single values of the framework.
    private static string PropertyName(Type type, int index) => type.IsNested || (type.IsGenericType && type.Namespace != "System")
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $", TypeInfoPropertyName = \"T{index}\"")
        : "";

    private static string Name(Type type)
    {
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        var name = "global::" + (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');
        return type.IsGenericType ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : name;
    }
}
