using System.Text.Json;

namespace Recoup.Typed.Tests;

public sealed class RecoupClientOptionsTests
{
    [Fact]
    public void Defaults_are_the_documented_server_and_the_timeout_of_HttpClient()
    {
        using var httpClient = new HttpClient();
        var options = new RecoupClientOptions();

        options.BaseAddress.ShouldBe(new Uri("https://api.recoupable.dev"));
        options.Timeout.ShouldBe(httpClient.Timeout);
        options.ThrowOnUnsuccessfulResult.ShouldBeTrue();
        options.Account.ShouldBeNull();
    }

    [Fact]
    public void JSON_does_not_contain_the_credential_and_can_be_read_with_one()
    {
        var options = new RecoupClientOptions { ApiKey = "sesame", AccessToken = "sesame", Account = Guid.Empty, MaxResponseBytes = 7 };

        var json = JsonSerializer.Serialize(options);

        json.ShouldNotContain("sesame");
        JsonSerializer.Deserialize<RecoupClientOptions>(json)!.MaxResponseBytes.ShouldBe(7);
        JsonSerializer.Deserialize<RecoupClientOptions>("""{"ApiKey":"sesame"}""")!.ApiKey.ShouldBe("sesame");
    }

    public static TheoryData<RecoupClientOptions, string> Unusable => new()
    {
        { new(), "There is no credential: set ApiKey, AccessToken or AccessTokenProvider." },
        { new() { ApiKey = "a", AccessToken = "b" }, "ApiKey and AccessToken are set: the server refuses two credentials. Keep one." },
        {
            new() { ApiKey = "a", AccessTokenProvider = Token },
            "ApiKey and AccessTokenProvider are set: the server refuses two credentials. Keep one."
        },
        {
            new() { AccessToken = "a", AccessTokenProvider = Token },
            "AccessToken and AccessTokenProvider are set: the server refuses two credentials. Keep one."
        },
        { new() { ApiKey = "" }, "RecoupClientOptions.ApiKey is empty." },
        { new() { AccessToken = " " }, "RecoupClientOptions.AccessToken is empty." },
        { new() { ApiKey = "sesame\n" }, "RecoupClientOptions.ApiKey has white space around it (a line break from a file?): trim it." },
        { new() { ApiKey = "ses\name" }, "RecoupClientOptions.ApiKey contains a character that is not allowed in a header." },
        { new() { ApiKey = "sésame" }, "RecoupClientOptions.ApiKey contains a character that is not allowed in a header." },
        { Address("api"), "RecoupClientOptions.BaseAddress must be an absolute https address, but is a relative one." },
        {
            Address("http://api.example"),
            "RecoupClientOptions.BaseAddress must be an absolute https address (http on a loopback address only: the credential travels "
                + "with every request), but is http://api.example."
        },
        {
            Address("ftp://localhost"),
            "RecoupClientOptions.BaseAddress must be an absolute https address (http on a loopback address only: the credential travels "
                + "with every request), but is ftp://localhost."
        },
        {
            Address("https://me:sesame@api.example"),
            "RecoupClientOptions.BaseAddress must be an absolute https address without user name and password, but is one with them."
        },
        {
            Address("https://api.example?a=b"),
            "RecoupClientOptions.BaseAddress must be an absolute https address without query and fragment, but is one with them."
        },
        {
            new() { ApiKey = "a", Timeout = TimeSpan.Zero },
            "RecoupClientOptions.Timeout must be a positive time span of at most 24 days, or Timeout.InfiniteTimeSpan, but is 00:00:00."
        },
        {
            new() { ApiKey = "a", Account = Guid.Empty },
            "RecoupClientOptions.Account must be the id of an account, or null for the caller's own, but is an empty Guid."
        },
    };

    [Theory]
    [MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public void Invalid_options_are_refused_with_advice_and_without_the_secret(RecoupClientOptions options, string message)
    {
        var exception = Should.Throw<ArgumentException>(() => new RecoupClient(options));

        exception.Message.ShouldBe($"{message} (Parameter 'options')");
        exception.ToString().ShouldNotContain("sesame");
    }

    [Theory]
    [InlineData("https://api.example")]
    [InlineData("https://api.example/prefix/")]
    [InlineData("http://localhost:4010")]
    [InlineData("http://127.0.0.1:4010")]
    [InlineData("http://[::1]:4010")]
    public void Https_and_loopback_addresses_are_accepted(string address) =>
        Should.NotThrow(() => new RecoupClient(Address(address)).Dispose());

    [Fact]
    public void A_client_over_the_HttpClient_of_a_caller_uses_its_address_and_needs_no_credential()
    {
        using var httpClient = new HttpClient { BaseAddress = new Uri("https://api.example") };

        Should.NotThrow(() => new RecoupClient(httpClient, new RecoupClientOptions()).Dispose());
    }

    [Fact]
    public void Two_base_addresses_that_differ_are_refused()
    {
        using var httpClient = new HttpClient { BaseAddress = new Uri("https://one.example") };

        var exception = Should.Throw<ArgumentException>(() => new RecoupClient(httpClient, Address("https://two.example")));

        exception.Message.ShouldContain("one.example");
        exception.Message.ShouldContain("two.example");
    }

    [Fact]
    public void The_address_of_a_callers_HttpClient_must_be_safe_for_a_credential_too()
    {
        using var httpClient = new HttpClient { BaseAddress = new Uri("http://api.example") };

        Should.Throw<ArgumentException>(() => new RecoupClient(httpClient, new RecoupClientOptions())).Message.ShouldContain("https");
    }

    [Fact]
    public void The_text_of_options_shows_everything_but_the_secret()
    {
        var options = Address("https://me:sesame@api.example/v1?k=sesame");
        options.ApiKey = "sesame";

        options.ToString().ShouldBe("BaseAddress = https://api.example/v1, Credential = API key, Account = own, Timeout = 00:01:40");
    }

    private static RecoupClientOptions Address(string address) =>
        new() { ApiKey = "a", BaseAddress = new Uri(address, UriKind.RelativeOrAbsolute) };

    private static ValueTask<string> Token(CancellationToken cancellationToken) => ValueTask.FromResult("token");
}
