using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Recoup.Binding.Problems;
using Recoup.Catalogs;
using Recoup.Catalogs.Problems;

namespace Recoup.Generators.Input;

/// <summary>The version of C# that compiles the project.</summary>
/// <param name="Version">The version, as the property <c>LangVersion</c> has it.</param>
/// <param name="CompilesGeneratedCode">Whether it is C# 12 or later, which the generated code needs.</param>
internal sealed record ProjectLanguage(string Version, bool CompilesGeneratedCode)
{
    public static ProjectLanguage Of(ParseOptions options)
    {
        var version = ((CSharpParseOptions)options).LanguageVersion;
        return new ProjectLanguage(version.ToDisplayString(), version >= LanguageVersion.CSharp12);
    }

    /// <summary>The error about the version, if a file should become code.</summary>
    public ProblemList ProblemsWith(IEnumerable<InputFile> files) =>
        !CompilesGeneratedCode && files.Any(file => file.Kind is InputKind.Catalog or InputKind.Spec)
            ? new(new([new Problem(BindingProblems.OldLanguage, Version)]))
            : new(default(EquatableArray<Problem>));
}
