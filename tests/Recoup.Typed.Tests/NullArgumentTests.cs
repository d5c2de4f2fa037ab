using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Recoup.Typed.Generated;
using Recoup.Typed.Tests.Samples;
using Recoup.Typed.Tests.Transport;

namespace Recoup.Typed.Tests;

public sealed class NullArgumentTests
{
    private static readonly JsonElement Json = JsonElement.Parse("""{"a":1}""");

    public static TheoryData<string, string, Action> Calls => new()
    {
        { "RecoupClient(options)", "options", () => new RecoupClient(null!) },
        { "RecoupClient(httpClient, options)", "httpClient", () => new RecoupClient(null!, new RecoupClientOptions()) },
        { "RecoupClient(httpClient, options) without options", "options", () => new RecoupClient(new HttpClient(), null!) },
        { "MayHaveExecuted", "failure", () => RecoupClient.MayHaveExecuted(null!) },
        {
            "SendAsync",
            "request",
            () =>
                _ = Clients.Over(ScriptedHandler.Throwing(new InvalidOperationException()))
                    .SendAsync<string>(null!, CancellationToken.None)
        },
        { "AddRecoupClient", "services", () => ((IServiceCollection)null!).AddRecoupClient() },
        { "StagedFile.FromAddress", "address", () => StagedFile.FromAddress(null!) },
        { "ApiRequest", "operation", () => _ = new ApiRequest<string>(null!) },
        { "ApiRequest with read", "read", () => _ = new ApiRequest<string>(Requests.ReadThing, null!) },
        { "ResponseElement.Constant", "json", () => new ResponseElement(Json).Constant("a", null!) },
        { "RequestJson.WriteOtherKey", "writer", () => RequestJson.WriteOtherKey(null!, "a", [], "b") },
        { "RequestJson.WriteOtherKey of null", "key", () => RequestJson.WriteOtherKey(new(Stream.Null), null!, [], "b") },
        { "ResponseElement.Optional", "read", () => new ResponseElement(Json).Optional<string>("a", null!) },
        { "ResponseElement.OptionalValue", "read", () => new ResponseElement(Json).OptionalValue<long>("a", null!) },
        { "ResponseElement.OptionalOrNull", "read", () => new ResponseElement(Json).OptionalOrNull<string>("a", null!) },
        { "ResponseElement.OptionalOrNullValue", "read", () => new ResponseElement(Json).OptionalOrNullValue<long>("a", null!) },
        { "ResponseElement.OrNull", "read", () => new ResponseElement(Json).OrNull<string>(null!) },
        { "ResponseElement.ValueOrNull", "read", () => new ResponseElement(Json).ValueOrNull<long>(null!) },
        { "ResponseElement.ReadArray", "read", () => new ResponseElement(Json).ReadArray<string>(null!) },
        { "ResponseElement.ReadMap", "read", () => new ResponseElement(Json).ReadMap<string>(null!) },
        { "ResponseElement.ReadOthers", "read", () => new ResponseElement(Json).ReadOthers<string>(null!) },
        { "ResultValue.OrNull", "read", () => ResultValue.OrNull<string>(Json, null!, out _) },
        { "ResultValue.ValueOrNull", "read", () => ResultValue.ValueOrNull<int>(Json, null!, out _) },
        { "ResultValue.ListOf", "read", () => ResultValue.ListOf<string>(Json, null!) },
        { "ResultValue.MapOf", "read", () => ResultValue.MapOf<string>(Json, null!) },
        { "UnionValue.WriteTo", "writer", () => UnionValue.Of("a").WriteTo(null!, "Union") },
        { "UnionValue.Of text", "value", () => UnionValue.Of((string)null!) },
        { "IOpenEnum.WriteTo", "writer", () => ((IParameterValue)Detail.Full).WriteTo(null!) },
        { "IScalarUnion.WriteTo", "writer", () => ((IParameterValue)(StringOrInteger)1).WriteTo(null!) },
        { "OpenEnum.Text", "text", () => OpenEnum.Text(null!) },
        { "Rows", "rows", () => StringOrInteger.Rows(null!) },
        {
            "StagedFileJsonConverter.Write", "writer",
            () => new StagedFileJsonConverter().Write(null!, "https://a", JsonSerializerOptions.Default)
        },
    };

    [Theory]
    [MemberData(nameof(Calls), DisableDiscoveryEnumeration = true)]
    public void Null_is_refused_with_the_name_of_the_parameter(string what, string parameter, Action call) =>
        Should.Throw<ArgumentNullException>(call, what).ParamName.ShouldBe(parameter);
}
