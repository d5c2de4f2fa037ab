using Recoup.Typed.Generated;

namespace Recoup.Typed.Tests.Transport;

/// <summary>Requests as generated code describes them.</summary>
internal static class Requests
{
    public static readonly OperationInfo ReadThing = new()
    {
        Id = "readThing",
        Method = "GET",
        Path = "/api/things/{thing_id}",
        ApiKeyHeader = "x-api-key",
        TakesAccessToken = true,
        Statuses = new Dictionary<int, string> { [200] = "The thing", [409] = "The thing is in use" },
    };

    public static ApiRequest<string> Thing(string id = "7") =>
        new ApiRequest<string>(ReadThing, body => body.Required("name").ReadString()).Path("thing_id", id);

    public static ApiRequest<string> To(OperationInfo operation) => new(operation, body => body.Required("name").ReadString());
}
