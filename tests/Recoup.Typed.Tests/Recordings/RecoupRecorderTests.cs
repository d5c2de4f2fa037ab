using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Recoup.Recordings;

namespace Recoup.Typed.Tests.Recordings;

public sealed class RecoupRecorderTests : IDisposable
{
    private const string Directory = "RECOUP_RECORDER_FOLDER";
    private const string Answer = """
        {"success":true,"result":{"data":{"n":1},"error":null,"successful":true},"executedAt":"2026-11-27T14:00:02.000Z"}
        """;

    private static readonly Uri Execution = new("https://api.example/prefix/api/connectors/actions");

    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("recoup-recorder-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string File => Path.Combine(_folder.FullName, "r.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_call_is_one_line_after_a_header()
    {
        var clock = new ManualClock();
        var account = Guid.Parse("3fa85f64-5717-4562-b3fc-2c963f66afa6");

        await RecordAsync(ScriptedHandler.Returning(HttpStatusCode.OK, Answer), recoup =>
            recoup.ExecuteAsync("ACME_DO", JsonElement.Parse("""{"q":"ü","to":"ada@x.org"}"""), account, Cancellation),
            new RecoupRecorderOptions { TimeProvider = clock });

        var lines = await System.IO.File.ReadAllLinesAsync(File, Cancellation);
        lines.Length.ShouldBe(2);
        var header = JsonNode.Parse(lines[0])!;
        header["recoup"]!.GetValue<string>().ShouldBe("recording");
        header["version"]!.GetValue<int>().ShouldBe(1);
        header["created"]!.GetValue<string>().ShouldBe(RecordingTime.Text(clock.GetUtcNow()));
        header["replaces"]!.AsArray().Select(kind => kind!.GetValue<string>()).ShouldBe(SensitiveKind.All);
        var call = JsonNode.Parse(lines[1])!.AsObject();
        call.Select(member => member.Key).ShouldBe(
            ["slug", "account", "parameters", "status", "result", "executedAt", "time", "duration", "replaced"]);
        call["slug"]!.GetValue<string>().ShouldBe("ACME_DO");
        call["account"]!.GetValue<string>().ShouldMatch("^[0-9a-f]{16}$");
        call["parameters"]!["q"]!.GetValue<string>().ShouldBe("ü");
        call["result"]!.ToJsonString().ShouldBe("""{"data":{"n":1},"error":null,"successful":true}""");
        call["executedAt"]!.GetValue<string>().ShouldBe("2026-11-27T14:00:02.000Z");
        call["time"]!.GetValue<string>().ShouldBe(RecordingTime.Text(clock.GetUtcNow()));
        call["replaced"]!.ToJsonString().ShouldBe("""["/parameters/to"]""");
        lines[1].ShouldNotContain("3fa85f64");
    }

    public static TheoryData<int, string, string> Errors => new()
    {
        { 502, """{"error":502,"message":"mail ada@x.org"}""", """ "error":{"error":502,"message":"mail user-""" },
        { 502, "<html>down, ada@x.org", """ "text":"<html>down, user-""" },
        { 429, "", """ "text":"" """ },
        { 200, """{"ok":true}""", """ "error":{"ok":true}""" },
        { 200, """{"success":false,"result":{}}""", """ "error":{"success":false,"result":{}}""" },
        { 200, """{"success":true}""", """ "status":200,"time":""" },
        { 200, """{"success":true,"result":null,"executedAt":"recently"}""", """ "result":null,"time":""" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task What_is_no_result_is_recorded_as_error_or_text(int status, string body, string recorded)
    {
        await RecordAsync(ScriptedHandler.Returning((HttpStatusCode)status, body), async recoup =>
        {
            try
            {
                await recoup.ExecuteAsync("ACME_DO", JsonElement.Parse("{}"), cancellationToken: Cancellation);
            }
            catch (RecoupException)
            {
                // What the client makes of the response does not matter.
            }
        });

        Lines().ShouldHaveSingleItem().ShouldContain(recorded.Trim());
    }

    [Fact]
    public async Task Everything_but_the_execution_of_actions_is_left_alone()
    {
        var handler = ScriptedHandler.Returning(HttpStatusCode.OK, """{"success":true,"actions":[]}""");

        await RecordAsync(handler, recoup => recoup.ListActionsAsync(cancellationToken: Cancellation));
        await using (var recorder = new RecoupRecorder(File) { InnerHandler = handler })
        using (var client = new HttpClient(recorder))
        {
            using var response = await client.PostAsync("https://api.example/api/connectors", new StringContent("{}"), Cancellation);
            response.Content.ShouldBeOfType<StringContent>();
        }

        System.IO.File.Exists(File).ShouldBeFalse();
    }

    public static TheoryData<Func<HttpContent>, bool> Contents()
    {
        const string json = """{"actionSlug":"ACME_DO","parameters":{"a":1}}""";
        return new()
        {
            { () => new StringContent(json), true },
            { () => JsonContent.Create(JsonElement.Parse(json)), true },
            { () => new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes(json))), true },
            { () => new StreamContent(new GZipStream(new MemoryStream(Zipped(json)), CompressionMode.Decompress)), false },
        };
    }

    [Theory]
    [MemberData(nameof(Contents))]
    public async Task A_request_of_any_HttpClient_arrives_as_it_was_sent_and_is_recorded_if_it_can_be_read_twice(
        Func<HttpContent> content, bool isRecorded)
    {
        var handler = ScriptedHandler.Returning(HttpStatusCode.OK, Answer);
        foreach (var completion in Enum.GetValues<HttpCompletionOption>())
        {
            await using var recorder = new RecoupRecorder(File) { InnerHandler = handler };
            using var client = new HttpClient(recorder);
            using var request = new HttpRequestMessage(HttpMethod.Post, Execution) { Content = content() };

            using var response = await client.SendAsync(request, completion, Cancellation);

            (await response.Content.ReadAsStringAsync(Cancellation)).ShouldBe(Answer);
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
            response.Content.Headers.ContentLength.ShouldBe(Encoding.UTF8.GetByteCount(Answer));
        }

        handler.Sent.ShouldAllBe(sent => sent.Body == """{"actionSlug":"ACME_DO","parameters":{"a":1}}""");
        if (isRecorded)
            Lines().Count.ShouldBe(2);
        else
            System.IO.File.Exists(File).ShouldBeFalse();
    }

    [Fact]
    public void A_synchronous_call_is_recorded_too()
    {
        using (var recorder = new RecoupRecorder(File) { InnerHandler = new SynchronousHandler() })
        using (var client = new HttpClient(recorder))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Execution);
            request.Content = new StringContent("""{"actionSlug":"ACME_DO","parameters":{}}""");
            using var response = client.Send(request, Cancellation);
            using var reader = new StreamReader(response.Content.ReadAsStream(Cancellation));
            reader.ReadToEnd().ShouldBe(Answer);
        }

        Lines().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_body_that_cannot_be_decompressed_fails_as_without_the_recorder()
    {
        HttpMessageHandler Broken() => new ScriptedHandler((_, _) => Task.FromResult(new HttpResponseMessage
        {
            Content = new DecompressedContent([.. Enumerable.Repeat((byte)0xFF, 50)]),
        }));
        Task Call(RecoupClient recoup) => recoup.ExecuteAsync("ACME_DO", JsonElement.Parse("{}"), cancellationToken: Cancellation);
        using var plain = Clients.Over(Broken());
        var expected = await Should.ThrowAsync<RecoupException>(() => Call(plain));

        await RecordAsync(Broken(), async recoup =>
            (await Should.ThrowAsync<RecoupException>(() => Call(recoup))).Message.ShouldBe(expected.Message));

        System.IO.File.Exists(File).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_call_that_is_retried_is_recorded_once(bool isRecorderInside)
    {
        var count = 0;
        using var handler = new ScriptedHandler((_, _) => Task.FromResult(
            new HttpResponseMessage(++count < 3 ? HttpStatusCode.TooManyRequests : HttpStatusCode.OK)
            {
                Content = new StringContent(count < 3 ? "{}" : Answer, Encoding.UTF8, "application/json"),
            }));
        await using (var provider = Provider(handler, builder =>
        {
            if (isRecorderInside)
                builder.AddRecoupRetries(retries => retries.Delay = TimeSpan.Zero).AddHttpMessageHandler(_ => new RecoupRecorder(File));
            else
                builder.AddHttpMessageHandler(_ => new RecoupRecorder(File)).AddRecoupRetries(retries => retries.Delay = TimeSpan.Zero);
        }))
        {
            await provider.GetRequiredService<RecoupClient>()
                .ExecuteAsync("ACME_DO", JsonElement.Parse("{}"), cancellationToken: Cancellation);
        }

        await UntilAsync(() => System.IO.File.Exists(File) && Lines().Count == 1);
        count.ShouldBe(3);
        Lines().ShouldHaveSingleItem().ShouldContain("\"status\":200");
    }

    [Fact]
    public async Task The_client_still_refuses_a_handler_that_sends_a_call_twice()
    {
        var sent = 0;
        using var handler = new ScriptedHandler((_, _) => Task.FromResult(
            new HttpResponseMessage(++sent == 1 ? HttpStatusCode.BadGateway : HttpStatusCode.OK)
            {
                Content = new StringContent(Answer),
            }));
        await using var provider = Provider(handler, builder =>
            builder.AddHttpMessageHandler(_ => new TwiceHandler()).AddHttpMessageHandler(_ => new RecoupRecorder(File)));

        await Should.ThrowAsync<InvalidOperationException>(() =>
            provider.GetRequiredService<RecoupClient>().ExecuteAsync("ACME_DO", JsonElement.Parse("{}"), cancellationToken: Cancellation));

        sent.ShouldBe(1);
    }

    [Fact]
    public async Task A_response_beyond_the_limit_is_not_recorded_and_the_log_says_so()
    {
        var log = new LogLines();
        var large = $$"""{"success":true,"result":"{{new string('x', 5000)}}"}""";

        await RecordAsync(ScriptedHandler.Returning(HttpStatusCode.OK, large), async recoup =>
            (await recoup.ExecuteAsync("ACME_DO", JsonElement.Parse("{}"), cancellationToken: Cancellation))
                .Result.GetString()!.Length.ShouldBe(5000),
            new RecoupRecorderOptions { MaxBodyBytes = 4096, LoggerFactory = log });

        System.IO.File.Exists(File).ShouldBeFalse();
        log.Lines.ShouldBe(
            ["Warning: A call was not recorded: its response has more than 4096 bytes (RecoupRecorderOptions.MaxBodyBytes)"]);
    }

    [Fact]
    public async Task A_response_that_is_not_read_to_its_end_is_not_recorded()
    {
        await using (
            var recorder = new RecoupRecorder(File)
            {
                InnerHandler = ScriptedHandler.Returning(HttpStatusCode.OK,
            Encoding.UTF8.GetBytes(Answer))
            })
        using (var client = new HttpClient(recorder))
        {
            using var request = new HttpRequestMessage(HttpMethod.Post,
                Execution)
            { Content = new StringContent("""{"actionSlug":"A","parameters":{}}""") };
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Cancellation);
            using var stream = await response.Content.ReadAsStreamAsync(Cancellation);
            (await stream.ReadAsync(new byte[10], Cancellation)).ShouldBe(10);
        }

        System.IO.File.Exists(File).ShouldBeFalse();
    }

    public static TheoryData<string> Unwritable =>
        OperatingSystem.IsLinux() ? ["full", "missing", "folder", "other", "key"] : ["missing", "folder", "other", "key"];

    [Theory]
    [MemberData(nameof(Unwritable))]
    public async Task If_nothing_can_be_written_the_calls_succeed_and_the_log_says_so_once(string kind)
    {
        var path = kind == "missing" ? Path.Combine(_folder.FullName, "missing", "r.jsonl") : File;
        if (kind == "full")
            System.IO.File.CreateSymbolicLink(path, "/dev/full");
        else if (kind == "folder")
            System.IO.Directory.CreateDirectory(path);
        else if (kind == "other")
            await System.IO.File.WriteAllTextAsync(path, "[1,\n2]", Cancellation);
        else if (kind == "key")
            await System.IO.File.WriteAllTextAsync(path + ".key", "secret", Cancellation);
        var log = new LogLines();
        await using (var recorder = new RecoupRecorder(path, new RecoupRecorderOptions { LoggerFactory = log })
        {
            InnerHandler = ScriptedHandler.Returning(HttpStatusCode.OK, Answer),
        })
        {
            using var recoup = Clients.Over(recorder);
            for (var i = 0; i < 3; i++)
            {
                await recoup.ExecuteAsync("ACME_DO", JsonElement.Parse("{}"), cancellationToken: Cancellation);
                await recorder.FlushAsync(Cancellation);
            }
        }

        log.Lines.ShouldHaveSingleItem().ShouldStartWith("Warning: Calls are not recorded until this is solved; they succeed. ");
        if (kind == "other")
            (await System.IO.File.ReadAllTextAsync(path, Cancellation)).ShouldBe("[1,\n2]");
        if (kind != "key")
            System.IO.File.Exists(path + ".key").ShouldBeFalse("no key is left beside what is no recording");
    }

    [Theory]
    [InlineData("""{"recoup":"recording","ver""", 1)]
    [InlineData("""{"slug":"A","parameters":{},"status":200,"time":"2026-11-27T14:00:01Z" """, 1)]
    [InlineData("""{"slug":"A","par""", 1)]
    public async Task What_a_crash_has_left_of_a_line_is_removed(string left, int headers)
    {
        await DoAsync();
        var whole = await System.IO.File.ReadAllTextAsync(File, Cancellation);
        await System.IO.File.AppendAllTextAsync(File, left, Cancellation);

        await DoAsync();

        var text = await System.IO.File.ReadAllTextAsync(File, Cancellation);
        text.ShouldStartWith(whole);
        text.ShouldNotContain(left + "{");
        Lines().Count.ShouldBe(2);
        text.Split("{\"recoup\":").Length.ShouldBe(headers + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public async Task A_last_line_that_is_whole_stays(string end)
    {
        await DoAsync();
        var whole = (await System.IO.File.ReadAllTextAsync(File, Cancellation)).TrimEnd('\n');
        await System.IO.File.WriteAllTextAsync(File, whole + end, Cancellation);

        await DoAsync();

        (await System.IO.File.ReadAllTextAsync(File, Cancellation)).ShouldStartWith(whole + "\n{\"slug\"");
        Lines().Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_file_that_is_nothing_but_half_a_header_is_begun_again()
    {
        await System.IO.File.WriteAllTextAsync(File, """{"recoup":"rec""", Cancellation);

        await DoAsync();

        Lines().Count.ShouldBe(1);
        (await System.IO.File.ReadAllTextAsync(File, Cancellation)).ShouldStartWith("""{"recoup":"recording","version":1,""");
    }

    [Fact]
    public async Task A_recorder_that_replaces_something_else_writes_its_header_and_stand_ins_stay_the_same()
    {
        await DoAsync();
        await DoAsync(new RecoupRecorderOptions { ReplaceMembers = ["customerName"] });
        await DoAsync(new RecoupRecorderOptions { ReplaceMembers = ["customer_name"] });
        await DoAsync();

        var lines = await System.IO.File.ReadAllLinesAsync(File, Cancellation);
        lines.Select(line => line.StartsWith("""{"recoup""", StringComparison.Ordinal))
            .ShouldBe([true, false, true, false, false, true, false]);
        lines[2].ShouldContain("\"member:customername\"");
        Lines().Select(line => JsonNode.Parse(line)!["parameters"]!["to"]!.GetValue<string>()).Distinct().Count().ShouldBe(1);
        Lines().Select(line => JsonNode.Parse(line)!["parameters"]!["customer_name"]!.GetValue<string>()).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task The_key_of_the_stand_ins_is_for_its_user_only()
    {
        await DoAsync();

        (await System.IO.File.ReadAllTextAsync(File + ".key", Cancellation)).ShouldMatch("^[0-9a-f]{64}\n$");
        _folder.GetFiles().Length.ShouldBe(2);
        if (!OperatingSystem.IsWindows())
            System.IO.File.GetUnixFileMode(File + ".key").ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Credentials_of_the_request_and_cookies_of_the_response_are_never_written()
    {
        const string key = "k+e/y=of-The_Owner";
        const string cookie = "c00kie-of-the-response";
        using var handler = new ScriptedHandler((_, _) => Task.FromResult(new HttpResponseMessage
        {
            Headers = { { "Set-Cookie", $"sid={cookie}; Path=/" } },
            Content = new StringContent($$$"""
                {"success":true,"result":{"echo":"you sent {{{key}}}","{{{Uri.EscapeDataString(key)}}}":[
                "{{{key.Replace("+", "\\u002B")}}}"],"c":"{{{cookie}}}"}}
                """),
        }));

        await RecordAsync(handler, recoup => recoup.ExecuteAsync("ACME_DO", JsonElement.Parse($$"""{"q":"{{Clients.Key}}"}"""),
            cancellationToken: Cancellation),
            configure: options => options.ApiKey = key);

        var line = Lines().ShouldHaveSingleItem();
        foreach (var secret in (string[])[key, Uri.EscapeDataString(key), key.Replace("+", "\\u002B"), "e/y=of", cookie, Clients.Key])
            line.ShouldNotContain(secret, Case.Insensitive);
        JsonNode.Parse(line)!["replaced"]!.AsArray().Count.ShouldBe(5);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(502)]
    public async Task None_of_200_planted_secrets_is_in_the_file(int status)
    {
        var secrets = PlantedSecrets.Of(3).Concat(PlantedSecrets.Of(4)).ToList();
        var all = new JsonObject
        {
            ["texts"] = new JsonArray([.. secrets.Where(secret => secret.Member is null).Select(secret => JsonValue.Create(secret.Text))]),
            ["members"] = new JsonArray(
                [.. secrets.Where(secret => secret.Member is not null)
                    .Select(secret => new JsonObject { [secret.Member!] = secret.Text })]),
        };
        // With a random key, a stand-in may contain a short secret by chance.
        await System.IO.File.WriteAllTextAsync(File + ".key", new string('0', 64), Cancellation);
        using var handler = new ScriptedHandler((_, _) => Task.FromResult(new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(new JsonObject { ["success"] = true, ["result"] = all.DeepClone() }.ToJsonString()),
        }));

        await RecordAsync(handler, async recoup =>
        {
            try
            {
                await recoup.ExecuteAsync("ACME_DO", JsonElement.Parse(all.ToJsonString()), cancellationToken: Cancellation);
            }
            catch (UpstreamFailureException)
            {
                // The file counts.
            }
        }, new RecoupRecorderOptions { ReplaceMembers = ["customer_name"] });

        secrets.Count.ShouldBeGreaterThanOrEqualTo(200);
        var line = JsonNode.Parse(Lines().ShouldHaveSingleItem())!.ToJsonString(
            new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        foreach (var part in secrets.SelectMany(secret => secret.Forbidden))
            line.ShouldNotContain(JsonEncodedText.Encode(part, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
                .ToString());
    }

    [Fact]
    public void A_call_that_cannot_be_written_does_not_keep_others_from_the_file()
    {
        static RecordedExchange Call(string parameters) =>
            new("ACME_DO", JsonElement.Parse(parameters, new JsonDocumentOptions { MaxDepth = 5000 }), 200)
            {
                Time = DateTimeOffset.UnixEpoch,
                Duration = TimeSpan.Zero,
            };
        var deep = $$"""{"a":{{string.Concat(Enumerable.Repeat("[", 3000))}}{{string.Concat(Enumerable.Repeat("]", 3000))}}}""";
        var writer = new RecordingWriter(File, [], TimeProvider.System);

        Should.Throw<InvalidDataException>(() => writer.Append([Call("{}"), Call(deep), Call("""{"b":1}""")]));

        RecordingReader.Read(File, null, TestContext.Current.CancellationToken).Count().ShouldBe(2);
    }

    [Fact]
    public async Task Many_processes_append_whole_lines_with_the_same_stand_ins()
    {
        const int processes = 3;

        var codes = await Task.WhenAll(Enumerable.Range(0, processes).Select(RecordInProcessAsync));

        codes.ShouldAllBe(code => code == 0);
        Lines().Count.ShouldBe(processes * 60);
        Lines().Select(line => JsonNode.Parse(line)!["parameters"]!["to"]!.GetValue<string>()).Distinct().Count().ShouldBe(1);
        RecordingReader.Read(File, null, TestContext.Current.CancellationToken).Count().ShouldBe(processes * 60);
    }

    /// <summary>Runs in the other processes.</summary>
    [Fact(Explicit = true)]
    public async Task The_calls_of_one_process()
    {
        var path = Path.Combine(Environment.GetEnvironmentVariable(Directory)!, "r.jsonl");
        await using var recorder = new RecoupRecorder(path) { InnerHandler = ScriptedHandler.Returning(HttpStatusCode.OK, Answer) };
        using var recoup = Clients.Over(recorder);
        for (var i = 0; i < 60; i++)
        {
            await recoup.ExecuteAsync("ACME_DO", JsonElement.Parse($$"""{"to":"ada@x.org","i":{{i}}}"""), cancellationToken: Cancellation);
            if (i % 3 == 0)
                await recorder.FlushAsync(Cancellation);
        }
    }

    [Fact]
    public async Task A_recorder_from_the_environment_records_nothing_without_the_variable()
    {
        Environment.GetEnvironmentVariable("RECOUP_RECORD").ShouldBeNullOrEmpty();
        await using var recorder = RecoupRecorder.FromEnvironment();
        recorder.InnerHandler = ScriptedHandler.Returning(HttpStatusCode.OK, Answer);
        using var recoup = Clients.Over(recorder);

        (await recoup.ExecuteAsync("ACME_DO", JsonElement.Parse("{}"), cancellationToken: Cancellation)).Data.GetProperty("n").GetInt32()
            .ShouldBe(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData((16 * 1024 * 1024) + 1)]
    public void A_limit_that_no_line_can_keep_is_refused(int limit) =>
        Should.Throw<ArgumentException>(() => new RecoupRecorder(File, new RecoupRecorderOptions { MaxBodyBytes = limit }))
            .Message.ShouldStartWith("RecoupRecorderOptions.MaxBodyBytes must be between 1 and 16,777,216, but is");

    private async Task<int> RecordInProcessAsync(int number)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            typeof(RecoupRecorderTests).Assembly.Location, "-explicit", "only",
            "-method", $"*.{nameof(RecoupRecorderTests)}.{nameof(The_calls_of_one_process)}",
        ])
        {
            RedirectStandardOutput = true,
        };
        start.Environment[Directory] = _folder.FullName;
        using var process = Process.Start(start)!;
        (await process.StandardOutput.ReadToEndAsync(Cancellation)).ShouldContain("Total: 1,", customMessage: $"process {number}");
        await process.WaitForExitAsync(Cancellation);
        return process.ExitCode;
    }

    private Task DoAsync(RecoupRecorderOptions? options = null) => RecordAsync(
        ScriptedHandler.Returning(HttpStatusCode.OK, Answer),
        recoup => recoup.ExecuteAsync(
            "ACME_DO", JsonElement.Parse("""{"to":"ada@x.org","customer_name":"Ada"}"""), cancellationToken: Cancellation),
        options);

    private async Task RecordAsync(
        HttpMessageHandler handler, Func<RecoupClient, Task> act, RecoupRecorderOptions? options = null,
        Action<RecoupClientOptions>? configure = null)
    {
        await using var recorder = new RecoupRecorder(File, options) { InnerHandler = handler };
        using var recoup = Clients.Over(recorder, configure);
        await act(recoup);
    }

    /// <summary>The recorded calls.</summary>
    private List<string> Lines() =>
        [.. System.IO.File.ReadLines(File).Where(line => !line.StartsWith("""{"recoup""", StringComparison.Ordinal))];

    private static ServiceProvider Provider(ScriptedHandler handler, Action<IHttpClientBuilder> configure)
    {
        var services = new ServiceCollection();
        var builder = services.AddRecoupClient(options => options.ApiKey = Clients.Key);
        configure(builder);
        builder.ConfigurePrimaryHttpMessageHandler(() => handler);
        return services.BuildServiceProvider();
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        while (!holds())
            await Task.Delay(20, Cancellation);
    }

    private static byte[] Zipped(string text)
    {
        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return zipped.ToArray();
    }

    /// <summary>Gives out the decompressing stream itself, as the content of .NET's handler does.</summary>
    private sealed class DecompressedContent(byte[] compressed) : HttpContent
    {
        protected override Task<Stream> CreateContentReadStreamAsync() =>
            Task.FromResult<Stream>(new BrotliStream(new MemoryStream(compressed), CompressionMode.Decompress));

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => throw new NotSupportedException();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class SynchronousHandler : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new() { Content = new StringContent(Answer) };

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new NotSupportedException();
    }

    private sealed class TwiceHandler : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class LogLines : ILoggerFactory, ILogger
    {
        private readonly List<string> _lines = [];

        public IReadOnlyList<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName)
        {
            categoryName.ShouldBe(typeof(RecoupRecorder).FullName);
            return this;
        }

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
                _lines.Add($"{logLevel}: {formatter(state, exception)}");
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
