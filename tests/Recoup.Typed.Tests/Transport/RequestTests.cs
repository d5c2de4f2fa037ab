using System.Net;
using System.Text.Json;
using Recoup.Typed.Generated;

namespace Recoup.Typed.Tests.Transport;

public sealed class RequestTests
{
    private readonly ScriptedHandler _handler = ScriptedHandler.Returning(HttpStatusCode.OK, """{"name":"Ada"}""");

    [Fact]
    public async Task A_request_has_method_path_query_headers_and_body_as_described()
    {
        using var client = Clients.Over(_handler);
        var operation = new OperationInfo { Id = "o", Method = "PATCH", Path = "/api/{a}/{b}", ApiKeyHeader = "x-api-key" };
        var request = Requests.To(operation)
            .Path("a", "x/y z").Path("b", "ü?#")
            .Query("q", "1&2=3").Query("none", null).Query("r", "a b").Query("r", "c")
            .Header("x-trace", "t").Header("x-none", null)
            .Json(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("text", "日本 <ok>");
                writer.WriteEndObject();
            });

        (await client.SendAsync(request, TestContext.Current.CancellationToken)).ShouldBe("Ada");

        var sent = _handler.Sent.ShouldHaveSingleItem();
        sent.Method.ShouldBe("PATCH");
        sent.Address.ShouldBe("https://api.recoupable.dev/api/x%2Fy%20z/%C3%BC%3F%23?q=1%262%3D3&r=a%20b&r=c");
        sent.Headers["x-trace"].ShouldBe("t");
        sent.Headers.ShouldNotContainKey("x-none");
        sent.Headers["Content-Type"].ShouldBe("application/json");
        sent.Headers["Accept"].ShouldBe("application/json");
        sent.Body.ShouldBe("""{"text":"日本 <ok>"}""");
    }

    [Theory]
    [InlineData("https://api.example", "https://api.example/api/things/7")]
    [InlineData("https://api.example/prefix", "https://api.example/prefix/api/things/7")]
    [InlineData("https://api.example:8443/a/b/", "https://api.example:8443/a/b/api/things/7")]
    public async Task The_path_of_the_base_address_is_kept_as_a_prefix(string baseAddress, string expected)
    {
        using var client = Clients.Over(_handler, options => options.BaseAddress = new Uri(baseAddress));

        await client.SendAsync(Requests.Thing(), TestContext.Current.CancellationToken);

        _handler.Sent.ShouldHaveSingleItem().Address.ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_path_parameter_that_would_lead_elsewhere_is_refused(string value) =>
        Should.Throw<ArgumentException>(() =>
            Requests.Thing(value)).Message.ShouldStartWith($"'{value}' is not a valid value for {{thing_id}} in /api/things/{{thing_id}}:");

    [Theory]
    [InlineData("@elsewhere.example/api")]
    [InlineData("api")]
    [InlineData(".elsewhere.example/api")]
    [InlineData("https://elsewhere.example")]
    public async Task A_path_that_leads_to_another_host_is_refused_before_anything_is_sent(string path)
    {
        using var client = Clients.Over(_handler);
        var request = Requests.To(new OperationInfo { Id = "o", Method = "GET", Path = path, ApiKeyHeader = "x-api-key" });

        await Should.ThrowAsync<InvalidOperationException>(() => client.SendAsync(request, TestContext.Current.CancellationToken));

        _handler.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a\r\nx-api-key: b")]
    [InlineData("a\0b")]
    [InlineData("é")]
    public void A_header_value_that_could_become_two_headers_is_refused(string value) =>
        Should.Throw<ArgumentException>(() => Requests.Thing().Header("x-trace", value));

    [Fact]
    public async Task An_exception_while_the_body_is_written_reaches_the_caller_and_nothing_is_sent()
    {
        using var client = Clients.Over(_handler);
        var request = Requests.Thing().Json(writer => writer.WriteNumberValue(double.NaN));

        await Should.ThrowAsync<ArgumentException>(() => client.SendAsync(request, TestContext.Current.CancellationToken));

        _handler.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_body_that_nests_deeper_than_the_default_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("[", 300)) + string.Concat(Enumerable.Repeat("]", 300));
        using var client = Clients.Over(ScriptedHandler.Returning(HttpStatusCode.OK, $$"""{"deep":{{deep}}}"""));
        var request = new ApiRequest<JsonElement>(Requests.ReadThing, body => body.Any("deep")).Path("thing_id", "7");

        (await client.SendAsync(request, TestContext.Current.CancellationToken)).GetRawText().ShouldBe(deep);
    }
}
