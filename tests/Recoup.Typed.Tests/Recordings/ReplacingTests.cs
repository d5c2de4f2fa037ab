using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Recoup.Recordings;

namespace Recoup.Typed.Tests.Recordings;

public sealed class ReplacingTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    [Fact]
    public void There_are_at_least_200_secrets_and_all_are_different()
    {
        var secrets = PlantedSecrets.Of(1).Concat(PlantedSecrets.Of(2)).ToList();

        secrets.Count.ShouldBeGreaterThanOrEqualTo(200);
        secrets.Select(secret => secret.Text).ShouldBeUnique();
    }

    [Fact]
    public void The_documentation_lists_every_kind() =>
        File.ReadLines(Path.Combine(TestData.Repository, "docs", "results.md"))
            .SkipWhile(line => line != "### What is replaced")
            .TakeWhile(line => line != "### The format")
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1])
            .ShouldBe(SensitiveKind.All);

    public static TheoryData<int> Seeds => [1, 2];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void No_secret_is_written_wherever_it_stands(int seed)
    {
        foreach (var secret in PlantedSecrets.Of(seed))
        {
            foreach (var (place, json) in Places(secret))
            {
                var (written, replaced) = Replace(json);

                foreach (var part in secret.Forbidden)
                    Plain(written).ShouldNotContain(part, Case.Insensitive, $"{place} of {secret.Text}:\n{written}");
                replaced.ShouldNotBeEmpty(place);
                Shape(JsonNode.Parse(written)).ShouldBe(Shape(JsonNode.Parse(json)), $"{place} of {secret.Text}");
                Replace(json).Json.ShouldBe(written, "a stand-in is stable");
            }
        }
    }

    private static IEnumerable<(string Place, string Json)> Places(PlantedSecret secret)
    {
        if (secret.Member is { } member)
        {
            yield return ("member", Json(new JsonObject { [member] = secret.Text }));
            yield return ("items",
                Json(new JsonObject { ["a"] = new JsonArray(new JsonObject { [member] = new JsonArray(secret.Text) }) }));
            yield return ("label", Json(new JsonObject { ["name"] = member, ["value"] = secret.Text }));
            yield return ("label in capitals", Json(new JsonObject { ["Key"] = member, ["Value"] = secret.Text }));
            yield return ("JSON in a text", Json(new JsonObject { ["body"] = Json(new JsonObject { [member] = secret.Text }) }));
            yield break;
        }

        yield return ("value", Json(new JsonObject { ["note"] = secret.Text }));
        yield return ("root", Json(JsonValue.Create(secret.Text)));
        yield return ("name", Json(new JsonObject { ["map"] = new JsonObject { [secret.Text] = 1 } }));
        yield return ("sentence", Json(new JsonObject { ["note"] = $"Grüße! See ({secret.Text}) or \"{secret.Text}\", thanks." }));
        yield return ("lines", Json(new JsonObject { ["note"] = $"one\n{secret.Text}\ntwo" }));
        yield return ("escaped", Escaped(new JsonObject { ["note"] = secret.Text }));
        yield return ("JSON in a text", Json(new JsonObject { ["body"] = Escaped(new JsonObject { ["note"] = $"see {secret.Text}" }) }));
        yield return ("items", Json(new JsonArray(1, new JsonArray(secret.Text))));
    }

    [Theory]
    [InlineData("""{"email":"ada@lovelace.org"}""", """^\{"email":"user-[0-9a-f]{10}@example.com"\}$""")]
    [InlineData("""{"phone":"+49 (30) 123-456 78"}""", """^\{"phone":"\+4\d \(\d\d\) \d{3}-\d{3} \d\d"\}$""")]
    [InlineData("""{"pin":1234,"cvv":"042"}""", """^\{"pin":1\d{3},"cvv":"\d{3}"\}$""")]
    [InlineData("""{"secret":-12.50e3}""", """^\{"secret":-1\d\.\d\de3\}$""")]
    [InlineData("""{"secret":12.0}""", """^\{"secret":1\d\.0\}$""")]
    [InlineData("""{"secret":150e-1,"pin":1000}""", """^\{"secret":1[1-9]0e-1,"pin":2000\}$""")]
    [InlineData("""{"zip":94107,"birth_year":1980,"born":{"day":7}}""",
        """^\{"zip":1\d{4},"birth_year":1\d[1-9]0,"born":\{"day":\d\}\}$""")]
    [InlineData("""{"a":["Authorization","hunter-22"],"b":["password","abc7","x"]}""",
        """^\{"a":\["Authorization","[a-z]{6}-\d\d"\],"b":\["password","abc7","x"\]\}$""")]
    [InlineData("""{"password":"P\u0430\ud83d\ude00-1"}""", """^\{"password":"[A-Z][a-z]{3}-\d"\}$""")]
    [InlineData("""{"secret":0}""", """^\{"secret":0\}$""")]
    [InlineData("""{"token":null,"password":true,"secret":""}""", """^\{"token":null,"password":true,"secret":""\}$""")]
    [InlineData("""{"session_id":"3fa85f64-5717-4562-b3fc-2c963f66afa6"}""",
        """^\{"session_id":"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"\}$""")]
    [InlineData("""{"dob":"1980-02-29"}""", """^\{"dob":"\d{4}-\d\d-\d\d"\}$""")]
    [InlineData("""{"token":"2026-11-27T14:00:01.123+01:00"}""", """^\{"token":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.123\+01:00"\}$""")]
    [InlineData("""{"secret":"ftp://host.example/p?q=1"}""", """^\{"secret":"ftp://example\.com/[0-9a-f]{10}"\}$""")]
    [InlineData("""{"ip":"2a00:1450::1"}""", """^\{"ip":"2001:db8::[0-9a-f]+:[0-9a-f]+"\}$""")]
    [InlineData("""{"key":"sk-abcDEF1234567890"}""", """^\{"key":"sk-[a-z]{3}[A-Z]{3}\d{10}"\}$""")]
    [InlineData("""{"credentials":{"a":["x1y2",{"b":7}],"ok":true}}""",
        """^\{"credentials":\{"a":\["[a-z]\d[a-z]\d",\{"b":\d\}\],"ok":true\}\}$""")]
    public void A_stand_in_has_the_type_and_the_format_of_its_value(string json, string pattern) =>
        Replace(json).Json.ShouldMatch(pattern);

    [Theory]
    [InlineData("""{"a":1,"b":[true,null,-1.50,1e400,12345678901234567890]}""")]
    [InlineData(
        """{"id":"1732712345678","at":"2026-11-27T14:00:01Z","day":"2026-11-27","v":"10.0.10.11","sha":"0123456789abcdef01234567"}""")]
    [InlineData("""{"max_tokens":4096,"usage":{"total_tokens":12,"prompt_tokens":7}}""")]
    [InlineData(
        """{"token_type":"Bearer","token_expires_in":"3600","password_policy":"strong","has_password":true,"cookie_consent":"yes"}""")]
    [InlineData(
        """{"text":"The token is expired. Basic training: see @ada, or @types/node, at 10:30 (2024-2025); 1,234,567,890, 50%"}""")]
    [InlineData("""{"url":"https://example.com/a/b?page=2&sort=asc#top","range":"Sheet1!A1:B20","mobile":"iOS","address":"A1:B2"}""")]
    [InlineData("""{"pass":12,"fail":2,"pins":[{"id":"P1"}],"sessions":3,"primary_key":"id","line":42,"cell":"AA100"}""")]
    [InlineData("""{"phone_type":"iPhone 15","phone_count":123,"passport_country":"DE123","address_book":"b12 x","zip_url":"z1"}""")]
    [InlineData("""{"text":"<b>Sum</b> <title>One 12</title>, a=1, b=2; x -u 12 --size 10; mobile 5; born in 1980"}""")]
    [InlineData("""{"id":"dXNlcjoxMjM0NTY3ODkwMTIzNDU2","hash":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}""")]
    [InlineData(
        """{"uuid":"3fa85f64-5717-4562-b3fc-2c963f66afa6","range":"1234-5678","price":"1.234,56","name":"A secretary"}""")]
    public void Ordinary_values_stay_as_they_are(string json)
    {
        var (written, replaced) = Replace(json);

        written.ShouldBe(json);
        replaced.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("key+with/plus=signs")]
    [InlineData("ключ-с-юникодом")]
    [InlineData("recoup_sk_0123456789")]
    [InlineData("sp ace\"quote\\back")]
    [InlineData("key%2Bwith/slash&amp;more")]
    public void A_credential_is_never_written_however_it_is_escaped(string credential)
    {
        string[] spellings =
        [
            credential, credential.ToUpperInvariant(), Uri.EscapeDataString(credential),
                Uri.EscapeDataString(Uri.EscapeDataString(credential)),
            System.Net.WebUtility.HtmlEncode(credential), string.Concat(credential.Select(character => $"\\u{(int)character:x4}")),
            string.Concat(credential.Select(character => $"&#{(int)character};")),
                string.Concat(credential.Select(character => $"&#x{(int)character:X};")),
            JavaScriptEncoder.Default.Encode(credential),
        ];
        foreach (var spelling in spellings)
        {
            string[] bodies =
            [
                Json(new JsonObject { ["a"] = spelling }), Json(new JsonObject { [$"x{spelling}y"] = 1 }),
                    Json(new JsonArray($"got {spelling}, why")),
                Escaped(new JsonObject { ["a"] = new JsonObject { ["b"] = $"<{spelling}>" } }),
            ];
            foreach (var body in bodies)
            {
                var (written, replaced) = Replace(body, credential);

                Plain(written).ShouldNotContain(credential, Case.Insensitive);
                written.ShouldNotContain(Json(JsonValue.Create(spelling)).Trim('"'), Case.Insensitive);
                replaced.Count.ShouldBe(1);
            }
        }
    }

    [Fact]
    public void A_credential_is_found_in_Base64()
    {
        const string credential = "recoup-0123456789-opaque";
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes($"key {credential} of the request"));

        var (written, replaced) = Replace($$"""{"echo":"{{encoded}}"}""", credential);

        replaced.ShouldBe(["/echo"]);
        written.ShouldNotContain(encoded);
        Encoding.UTF8.GetString(Convert.FromBase64String(JsonNode.Parse(written)!["echo"]!.GetValue<string>()))
            .ShouldNotContain(credential);
    }

    [Theory]
    [InlineData("""{"ip_addresses":["203.0.113.7"],"ips":["203.0.113.8"]}""", 2)]
    [InlineData("""{"addresses":["12 Main St"],"shipping_addresses":["13 Main St"]}""", 2)]
    public void Plurals_are_found(string json, int count) => Replace(json).Replaced.Count.ShouldBe(count);

    [Fact]
    public void A_credential_of_digits_is_replaced_in_a_number_too()
    {
        var (written, replaced) = Replace("""{"a":998877665544,"b":[1998877665544.5]}""", "998877665544");

        written.ShouldMatch("""^\{"a":1\d{11},"b":\[1\d{12}\.\d\]\}$""");
        written.ShouldNotContain("998877665544");
        replaced.ShouldBe(["/a", "/b/0"]);
    }

    [Fact]
    public void A_pointer_says_where_a_value_or_a_name_was_replaced()
    {
        var (written, replaced) = Replace("""{"a/b~c":[{"x":"ada@x.org"}],"m":{"ada@x.org":{"n":1,"password":"hunter22"}}}""");

        var user = JsonNode.Parse(written)!["a/b~c"]![0]!["x"]!.GetValue<string>();
        replaced.ShouldBe(["/a~1b~0c/0/x", $"/m/{user}", $"/m/{user}/password"]);
        JsonNode.Parse(written)!["m"]!.AsObject().Single().Key.ShouldBe(user);
    }

    [Fact]
    public void Halves_of_surrogate_pairs_are_replaced_in_values_and_names()
    {
        var (written, replaced) = Replace("""{"a":"x\uD800y ada@x.org \n\t\"\\\/\u0041","\uDC00":"\uD83D\uDE00"}""");

        var node = JsonNode.Parse(written)!.AsObject();
        node["a"]!.GetValue<string>().ShouldStartWith("x\uFFFDy user-");
        node["a"]!.GetValue<string>().ShouldEndWith(" \n\t\"\\/A");
        node["\uFFFD"]!.GetValue<string>().ShouldBe("\uD83D\uDE00");
        replaced.ShouldBe(["/a", "/\uFFFD"]);
    }

    [Fact]
    public void Hostile_names_do_not_make_the_list_of_pointers_long()
    {
        var names = new JsonObject();
        for (var i = 0; i < 3000; i++)
            names[$"{i}{new string('n', 1000)}"] = "ada@x.org";

        var (written, replaced) = Replace(Json(new JsonObject { ["q"] = "ada@x.org", ["r"] = new JsonObject { ["s"] = names } }));

        written.ShouldNotContain("ada@");
        replaced.ShouldBe([""]);
    }

    [Theory]
    [InlineData("@")]
    [InlineData("a@a.")]
    [InlineData("eyJ")]
    [InlineData("eyJaaaaa.")]
    [InlineData("://a")]
    [InlineData("1 ")]
    [InlineData("+1")]
    [InlineData("password")]
    [InlineData("token ")]
    [InlineData("DE89 ")]
    [InlineData("-----BEGIN A-----")]
    [InlineData("cookie:")]
    [InlineData("%40")]
    [InlineData("\\u0041")]
    [InlineData("?a=")]
    [InlineData("sk-")]
    [InlineData("<a ")]
    [InlineData("\"a")]
    [InlineData("'a':")]
    [InlineData(" -u")]
    [InlineData("aaaa\n")]
    public void A_long_hostile_text_takes_no_longer_than_some_seconds(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 300_000 / part.Length));
        var watch = System.Diagnostics.Stopwatch.StartNew();

        Replace(Json(new JsonObject { ["a"] = text }), "credential+of+the+request");

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_recorded_text_has_the_skeleton_of_its_original()
    {
        foreach (var secret in PlantedSecrets.Of(7).Where(secret => secret.Member is null))
        {
            var text = $"Hello {secret.Text}, and more";
            var recorded = JsonNode.Parse(Replace(Json(new JsonArray(text))).Json)![0]!.GetValue<string>();

            Skeleton(recorded).ShouldBe(Skeleton(text), recorded);
        }

        static string Skeleton(string text) => SensitiveText.Skeleton(text, SensitiveText.Find(text));
    }

    private static (string Json, IReadOnlyList<string> Replaced) Replace(string json, params string[] credentials)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, ReplacingWriter.Options);
        var replacing = new ReplacingWriter(writer, new StandIns(Key), new SensitiveNames(["customer_name"]), Credentials.Of(credentials));
        writer.WriteStartObject();
        replacing.Write("v", JsonElement.Parse(json));
        writer.WriteEndObject();
        writer.Flush();
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        return (text["{\"v\":".Length..^1], [.. replacing.Replaced.Select(pointer => pointer["/v".Length..]).Select(Whole)]);
    }

    // A root that was replaced has an empty pointer.
    private static string Whole(string pointer) => pointer;

    private static string Json(JsonNode? node) => node!.ToJsonString(
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>The JSON with each character of its texts and names escaped.</summary>
    private static string Escaped(JsonNode? node) => node switch
    {
        JsonObject all => "{" + string.Join(',', all.Select(member => $"{Escape(member.Key)}:{Escaped(member.Value)}")) + "}",
        JsonArray all => "[" + string.Join(',', all.Select(Escaped)) + "]",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => Escape(value.GetValue<string>()),
        _ => node!.ToJsonString(),
    };

    private static string Escape(string text) => "\"" + string.Concat(text.Select(character => $"\\u{(int)character:X4}")) + "\"";

    /// <summary>The text without any layer of escapes.</summary>
    private static string Plain(string text)
    {
        var all = new StringBuilder(text);
        while (EscapedText.Decode(text, null) is { } decoded)
        {
            text = decoded.Text;
            all.Append('\n').Append(text);
        }

        return all.ToString();
    }

    /// <summary>The types of a value and the formats of its texts. Names are not compared.</summary>
    private static string Shape(JsonNode? node) => node switch
    {
        JsonObject all => "{" + string.Join(',', all.Select(member => Shape(member.Value))) + "}",
        JsonArray all => "[" + string.Join(',', all.Select(Shape)) + "]",
        null => "null",
        _ when node.GetValueKind() == JsonValueKind.String => "string " + ValueFormat.Of(node.GetValue<string>()),
        _ => node.GetValueKind().ToString(),
    };
}
