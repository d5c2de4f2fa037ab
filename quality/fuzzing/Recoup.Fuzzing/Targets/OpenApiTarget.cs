using Recoup.Binding.Api;
using Recoup.Binding.Checks;
using Recoup.Catalogs.Problems;
using Recoup.Catalogs.Spec;

namespace Recoup.Fuzzing.Targets;

/// <summary>
/// An OpenAPI document, read and bound as the generator does. No exception after the file is known to be text; two bindings are equal; a
/// document with an error becomes no class; a problem has a position in the text.
/// </summary>
internal static class OpenApiTarget
{
    public static void Run(ReadOnlyMemory<byte> bytes)
    {
        const string Path = "openapi.json";
        if (TextInput.Read(bytes) is not { } input)
            return;
        var reading = ApiSpecReader.Read(input, Path);
        Promise.Readable(reading.Problems, input);
        var isBroken = reading.Problems.Any(problem => problem.Descriptor.Severity == ProblemSeverity.Error);

        var api = ApiPlan.Of([SpecSelection.Of(Path, null, reading)], []).Single();
        Promise.Same(isBroken, api.Model is null, "the errors and the lack of a class");
        Promise.Readable(api.Problems, input);
        var again = ApiPlan.Of([SpecSelection.Of(Path, null, ApiSpecReader.Read(input, Path))], []).Single();
        Promise.That(Equals(api.Model, again.Model) && api.Problems.SequenceEqual(again.Problems), "two bindings are equal");

        var check = DocumentCheck.Of([Path], [], [], [], [SpecSelection.Of(Path, null, reading)], []);
        Promise.Same(api.Model?.Operations.Count ?? 0, check.Operations, "the numbers of operations");
    }
}
