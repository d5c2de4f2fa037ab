using System.Reflection;
using System.Text.Json;
using Recoup.Binding.Actions;
using Recoup.Binding.Types;
using Recoup.Catalogs;
using Recoup.Generators.Tests.Fuzzing;
using Recoup.Tests.Driving;
using Recoup.Typed;

namespace Recoup.Generators.Tests.RoundTrips;

/// <summary>
/// Every generated type through System.Text.Json and back. A value is serialized as the JSON that a call writes for it, and a value that
/// is read from this JSON is serialized in the same way. A call is read as an equal call.
/// </summary>
public sealed class RoundTripTests
{
    [Theory]
    [MemberData(nameof(RealCatalogTests.Files), MemberType = typeof(RealCatalogTests))]
    public void Types_of_a_real_catalog_with_reflection(string file) =>
        ShouldSurvive(TestData.RequireExternal("catalogs", file), (_, _) => JsonSerializerOptions.Default);

    [Theory]
    [MemberData(nameof(RealCatalogTests.Files), MemberType = typeof(RealCatalogTests))]
    public void Types_of_a_real_catalog_with_a_source_generated_context(string file) => ShouldSurvive(
        TestData.RequireExternal("catalogs", file), (program, types) => SerializerContext.Over(program, types).Options);

    [Fact]
    public void Types_of_the_quick_start_with_reflection() =>
        ShouldSurvive(TestData.QuickStartCatalog, (_, _) => JsonSerializerOptions.Default);

    [Fact]
    public void Types_of_the_quick_start_with_a_source_generated_context() => ShouldSurvive(
        TestData.QuickStartCatalog, (program, types) => SerializerContext.Over(program, types).Options);

    private static void ShouldSurvive(string file, Func<Program, IEnumerable<Type>, JsonSerializerOptions> serializer)
    {
        var program = CatalogPrograms.Of(file, checks: false);
        var connectors = CatalogPlan.Of([
            new CatalogSelection("catalog.json", new(RecoupCatalog.Parse(File.ReadAllText(file)).Actions), default, default),
        ]).Connectors.Select(connector => ConnectorBinder.Bind(connector).Model).ToArray();
        var calls = new GeneratedCalls(program.Assembly, "Recoup.Actions", connectors);
        var trip = new Trip(calls, serializer(program, [.. TypesOf(program.Assembly).Distinct()]));
        foreach (var connector in connectors)
        {
            var type = program.Assembly.GetType("Recoup.Actions." + connector.ClassName)!;
            foreach (var action in connector.Actions)
            {
                var samples = new ModelSample(connector, new Random(1));
                foreach (var declaration in action.Declarations)
                    trip.Take(action.Slug, declaration, samples.Of(declaration)!, type.GetNestedType(declaration.Name)!);
                trip.Take(action.Slug, samples.Of(action)!);
            }
        }

        trip.Findings.ShouldBeEmpty();
        trip.Types.Count.ShouldBe(connectors.Sum(connector => connector.Declarations.Count()));
        trip.Calls.ShouldBe(connectors.Sum(connector => connector.Actions.Count));
    }

    // Everything that a context has to know: the nested types, the types of arguments, and the calls that can be read.
    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(type => type.IsNestedPublic))
            yield return type;
        foreach (var method in assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.IsDefined(typeof(RecoupActionAttribute))))
        {
            yield return method.ReturnType;
            foreach (var parameter in method.GetParameters())
                yield return Given(parameter.ParameterType);
        }
    }

    private static Type Given(Type parameter)
    {
        var type = parameter.IsGenericType && parameter.GetGenericTypeDefinition() == typeof(Optional<>)
            ? parameter.GetGenericArguments()[0]
            : parameter;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private sealed class Trip(GeneratedCalls calls, JsonSerializerOptions options)
    {
        public List<string> Findings { get; } = [];

        public HashSet<Type> Types { get; } = [];

        public int Calls { get; private set; }

        public void Take(string slug, DeclarationModel declaration, JsonText sample, Type type)
        {
            Types.Add(type);
            using var json = JsonDocument.Parse(sample.ToString());
            var (expected, value) = declaration is ViewDeclarationModel
                ? (json.RootElement, JsonSerializer.Deserialize(json.RootElement, type, options)!)
                : calls.Value(slug, declaration, json.RootElement);
            Same(slug + " " + type.Name, expected, value, type);
        }

        public void Take(string slug, JsonText sample)
        {
            Calls++;
            using var json = JsonDocument.Parse(sample.ToString());
            var (method, arguments) = calls.Arguments(slug, json.RootElement);
            var call = GeneratedCalls.Invoke(method, arguments);
            var parameters = (JsonElement)call.GetType().GetMethod("ToJson")!.Invoke(call, null)!;

            // A call is its slug and its parameters.
            var written = JsonSerializer.SerializeToElement(call, call.GetType(), options);
            if (written.GetProperty("slug").GetString() != slug || !SameJson.Are(parameters, written.GetProperty("parameters")))
                Findings.Add($"{slug}: the call {parameters} is {written}");
            if (IsRead(method.ReturnType.GetGenericArguments()[0])
                && !call.Equals(JsonSerializer.Deserialize(written, call.GetType(), options)))
                Findings.Add($"{slug}: {written} is read as another call");

            // The same method with arguments that went there and back writes the same.
            var back = method.GetParameters().Zip(arguments, (parameter, argument) => Back(parameter, argument)).ToArray();
            var again = GeneratedCalls.Invoke(method, back);
            if (!again.Equals(call))
                Findings.Add($"{slug}: {call} became {again}");
        }

        // Lists, maps and single values of results are read by functions, which are no part of a stored call.
        private static bool IsRead(Type result) => result == typeof(JsonElement) || typeof(ResultView).IsAssignableFrom(result);

        private object? Back(ParameterInfo parameter, object? argument)
        {
            if (argument is null or Missing)
                return argument;
            var type = Given(parameter.ParameterType);
            if (!argument.GetType().IsGenericType || argument.GetType().GetGenericTypeDefinition() != typeof(Optional<>))
                return Copy(argument, type);
            var value = argument.GetType().GetProperty("Value")!.GetValue(argument);
            return Activator.CreateInstance(argument.GetType(), value is null ? null : Copy(value, type));
        }

        private object? Copy(object value, Type type) =>
            JsonSerializer.Deserialize(JsonSerializer.Serialize(value, type, options), type, options);

        private void Same(string what, JsonElement expected, object value, Type type)
        {
            var written = JsonSerializer.SerializeToElement(value, type, options);
            if (!SameJson.Are(expected, written))
                Findings.Add($"{what}: expected {expected}, wrote {written}");
            var back = JsonSerializer.Deserialize(written, type, options)!;
            var again = JsonSerializer.SerializeToElement(back, type, options);
            if (written.GetRawText() != again.GetRawText())
                Findings.Add($"{what}: {written} became {again}");
        }
    }
}
