using System.Reflection;
using Recoup.Generators.Emission;

namespace Recoup.Generators.Tests;

public sealed class TypedNamesTests
{
    public static TheoryData<string> Names =>
        new(typeof(TypedNames).GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        .Where(constant => constant.FieldType == typeof(string))
        .Select(constant => (string)constant.GetRawConstantValue()!)
        .Where(name => name.StartsWith("global::Recoup.", StringComparison.Ordinal) && name != TypedNames.Namespace));

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_name_that_generated_code_uses_is_a_public_type_of_the_runtime(string name)
    {
        var runtime = typeof(Recoup.Typed.RecoupClient).Assembly;
        var type = name["global::".Length..];

        runtime.GetExportedTypes().Select(exported => exported.FullName!.Split('`')[0]).ShouldContain(type);
    }
}
