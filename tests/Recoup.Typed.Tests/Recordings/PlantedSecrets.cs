using System.Globalization;
using System.Text;
using Recoup.Recordings;

namespace Recoup.Typed.Tests.Recordings;

/// <summary>A secret, how a service could write it, and what must not be in a file: the parts of it that identify something.</summary>
internal sealed record PlantedSecret(string Text, params string[] Parts)
{
    /// <summary>The member whose name tells that the value is a secret; null if the value itself shows it.</summary>
    public string? Member { get; init; }

    public IEnumerable<string> Forbidden => Parts.Length > 0 ? Parts : [Text];
}

/// <summary>Secrets of all kinds. Each is different for each seed.</summary>
internal static class PlantedSecrets
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyz";
    private const string LettersAndDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Upper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public static IReadOnlyList<PlantedSecret> Of(int seed)
    {
        var random = new Random(seed);
        return [.. ByValue(random), .. ByMember(random)];
    }

    private static IEnumerable<PlantedSecret> ByValue(Random random)
    {
        string Some(int length, string alphabet = LettersAndDigits) =>
            string.Concat(Enumerable.Range(0, length).Select(_ => alphabet[random.Next(alphabet.Length)]));
        string Digits(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('1' + random.Next(9))));

        foreach (var host in (string[])["gmail.com", "mail.example.co.uk", "müller-süd.de", "sub.domain.museum", "xn--bcher-kva.example"])
            yield return Whole($"{Some(7, Letters)}.{Some(5, Letters)}+tag@{host}");
        yield return Whole($"Дмитрий{Some(4, Letters)}@почта.рф");
        yield return Whole($"\"{Some(5, Letters)} {Some(5, Letters)}\"@quoted.example");
        yield return Whole($"{Some(8, Letters)}%40encoded.example.org");
        yield return new($"mailto:{Some(8, Letters)}@x.org?subject=hi") { Member = null };
        foreach (var phone in (string[])["+1 (415) {3}-{4}", "+49 30 {8}", "+4915{9}", "({3}) {3}-{4}", "{3}-{3}-{4}", "030/{8}",
            "0171 {7}", "1-{3}-{3}-{4}"])
            yield return Whole(Filled(phone));
        yield return Whole(Card("4"));
        yield return Whole(Card("51", " "));
        yield return Whole(Card("37", digits: 15));
        yield return Whole(Iban("DE", 18));
        yield return Whole(Iban("GB", 18, "NWBK"));
        yield return Whole($"{Digits(3)}-{Digits(2)}-{Digits(4)}");
        yield return Token($"eyJ{Some(20)}.eyJ{Some(40)}.{Some(43)}", 10);
        yield return Token($"eyJ{Some(20)}.{Some(10)}.{Some(10)}.{Some(10)}.{Some(10)}", 10);
        foreach (var prefix in (string[])["sk-", "sk-proj-", "sk-ant-api03-", "sk_live_", "pk_test_", "rk_live_", "whsec_", "recoup_sk_",
            "ghp_", "gho_", "github_pat_",
            "glpat-", "xoxb-", "xoxp-", "xapp-", "AIza", "AKIA", "ASIA", "ya29.", "GOCSPX-", "SG.", "hf_", "npm_", "pypi-", "dop_v1_",
            "shpat_", "sq0atp-",
            "lin_api_", "figd_", "ntn_", "secret_", "dckr_pat_", "1//0", "gsk_", "xai-", "ATATT", "EAA", "key-", "glsa_"])
        {
            var rest = Some(36, prefix is "AKIA" or "ASIA" ? Upper : LettersAndDigits);
            yield return new(prefix + rest, rest);
        }

        yield return new($"Bearer {Tail(out var bearer, 24)}", bearer);
        yield return new($"bearer {Tail(out var lower, 12)}", lower);
        yield return new($"Basic {Convert.ToBase64String(Encoding.ASCII.GetBytes($"user:{Tail(out _, 13)}"))}") { Member = null };
        yield return new($"https://user:{Tail(out var password, 10)}@host.example/path", password);
        yield return new($"postgres://admin:{Tail(out var database, 16)}@10.0.0.1:5432/db", database);
        foreach (var parameter in (string[])["token", "access_token", "sig", "signature", "X-Amz-Signature", "X-Amz-Credential",
            "X-Goog-Signature", "api_key", "key", "code",
            "client_secret", "password", "AWSAccessKeyId", "auth", "refreshToken", "id_token"])
        {
            yield return new($"https://cdn.example/file.png?size=2&{parameter}={Tail(out var value, 22)}&v=1", value);
        }

        yield return new($"https://app.example/callback#access_token={Tail(out var fragment, 22)}&type=x", fragment);
        yield return new($"https://hooks.slack.com/services/T0{Tail(out var hook, 9)}/B0{Some(8)}/{Some(24)}", hook);
        yield return new($"https://discord.com/api/webhooks/{Digits(18)}/{Tail(out var discord, 60)}", discord);
        yield return new($"https://api.telegram.org/bot{Digits(9)}:{Tail(out var telegram, 35)}/getMe", telegram);
        yield return new($"-----BEGIN PRIVATE KEY-----\nMIIE{Tail(out var pem, 60)}\n{Some(64)}\n-----END PRIVATE KEY-----\n", pem);
        yield return new($"-----BEGIN RSA PRIVATE KEY-----\r\n{Tail(out var cut, 60)}\r\n{Some(30)}", cut);
        yield return new($"password={Tail(out var assigned, 9)}", assigned);
        yield return new($"the api_key: '{Tail(out var quoted, 20)}'", quoted);
        yield return new($"Server=x;User=sa;Password={Tail(out var connection, 12)};", connection);
        yield return new($"Set-Cookie: sid={Tail(out var cookie, 32)}; Path=/; HttpOnly", cookie);
        yield return new($"your password is {Tail(out var told, 8)}7", told);
        yield return new($$$"""{"user":{"token":"{{{Tail(out var inner, 20)}}}","n":1}}""", inner);
        yield return new($$$"""[{"headers":[{"name":"Authorization","value":"{{{Tail(out var label, 20)}}}"}]}]""", label);
        yield return new($"AccountKey={Tail(out var account, 40)}==;EndpointSuffix=core.windows.net", account);

        yield return new($"<login><user>x</user><password>{Tail(out var element, 12)}</password></login>", element);
        yield return new($"<s:Token xsi:type=\"string\"><![CDATA[{Tail(out var data, 12)}]]></s:Token>", data);
        yield return new($"&lt;api_key&gt;{Tail(out var entity, 14)}&lt;/api_key&gt;", entity);
        yield return new($"Authorization: AWS4-HMAC-SHA256 Credential=AKIA{Some(16, Upper)}/20261127/us-east-1/s3/aws4_request, "
            + $"SignedHeaders=host;x-amz-date, Signature={Tail(out var signature, 64)}", signature);
        yield return new($"Authorization: Token {Tail(out var scheme, 20)}", scheme);
        yield return new($"Authorization: Digest username=\"x\", realm=\"y\", response=\"{Tail(out var digest, 32)}\"", digest);
        yield return new($"curl -u admin:{Tail(out var user, 10)} https://host.example", user);
        yield return new($"run --api-key {Tail(out var option, 12)} --verbose", option);
        yield return new($"login --password={Tail(out var optionValue, 12)} now", optionValue);
        yield return new($"'password' => '{Tail(out var arrow, 9)}'", arrow);
        yield return new($"eyJhbGciOiJub25lIn0.{Tail(out var unsigned, 4)}.", unsigned);
        yield return new($"{Some(8, Letters)}&#64;entity.example.org");
        yield return new($"\t\r\n{{\"pw\":\"{Tail(out var tab, 12)}\"}}", tab);
        yield return Encoded($"Dear {Some(8, Letters)}@letter.example.org, greetings", forUrls: true);
        yield return Encoded($"{{\"password\":\"{Some(12)}\"}}", forUrls: false);
        yield return new($"Tel.: 0171{Digits(7)}") { Member = null };
        yield return new($"+{string.Concat($"49{Digits(9)}".Select(digit => (char)(digit - '0' + '\u0660')))}");
        yield return new($"Passport No: C{Number(out var passport, 8)}", passport);
        yield return new($"born on {Number(out var day, 2)}.12.19{Number(out _, 2)}", $"{day}.12.");
        yield return new($"https://form.example/?ssn={Number(out var form, 9)}&x=1", form);

        yield return new($"Call tel {Number(out var tel, 10)} now", tel);
        yield return new($"https://form.example/?input_token={Number(out var inputToken, 8)}", inputToken);
        yield return new($"PIN:{Number(out var shortPin, 4)}", $"PIN:{shortPin}");
        var state = Encoded($"{{\"email\":\"{Some(7, Letters)}@state.example\"}}", forUrls: false);
        yield return new($"https://form.example/cb?state={state.Text}");
        yield return new($"x=1&data={Encoded($"to {Some(7, Letters)}@data.example", forUrls: true).Text}");

        PlantedSecret Whole(string text) => new(text);

        PlantedSecret Encoded(string text, bool forUrls)
        {
            var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
            return new(forUrls ? encoded.Replace('+', '-').Replace('/', '_').TrimEnd('=') : encoded);
        }

        string Number(out string text, int length) => text = Digits(length);

        PlantedSecret Token(string text, int part) => new(text, text[^part..], text[6..20]);

        string Tail(out string text, int length) => text = Some(length - 1) + random.Next(10).ToString(CultureInfo.InvariantCulture);

        string Filled(string pattern)
        {
            var text = new StringBuilder();
            for (var i = 0; i < pattern.Length; i++)
            {
                if (pattern[i] != '{')
                {
                    text.Append(pattern[i]);
                    continue;
                }

                text.Append(Digits(pattern[i + 1] - '0'));
                i += 2;
            }

            return text.ToString();
        }

        string Card(string start, string gap = "", int digits = 16)
        {
            var card = (start + Digits(digits - start.Length - 1) + "0").ToCharArray();
            card[^1] = (char)('0' + ((10 - Checksums.Luhn(card)) % 10));
            return gap.Length == 0 ? new string(card) : string.Join(gap, card.Chunk(4).Select(group => new string(group)));
        }

        string Iban(string country, int digits, string bank = "")
        {
            var start = $"{country}00{bank}{Digits(digits - bank.Length)}";
            return string.Create(CultureInfo.InvariantCulture, $"{country}{98 - Checksums.IbanRemainder(start):00}{start[4..]}");
        }
    }

    private static IEnumerable<PlantedSecret> ByMember(Random random)
    {
        string Some(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Letters[random.Next(Letters.Length)]));

        foreach (var member in (string[])["password", "userPassword", "db_passwd", "pwd", "passphrase", "secret", "clientSecret",
            "webhook_secret", "token", "accessToken",
            "refresh_token", "next_page_token", "csrfToken", "authtoken", "APIKey", "api-key", "X-Api-Key", "apikey", "access_key",
            "secretAccessKey", "private_key", "signing_key",
            "Authorization", "proxy-authorization", "Cookie", "Set-Cookie", "session", "sessionId", "PHPSESSID_token", "otp",
            "verification_code", "recovery_codes", "cvv",
            "signature", "nonce", "connection_string", "credentials", "jwt", "iban", "account_number", "ssn", "passport_number", "tax_id",
            "first_name", "lastName", "family_name",
            "fullName", "street", "street_address", "postalCode", "zip", "customer_name", "customerName", "pass", "pw", "userPw",
            "mfa_code", "2faCode", "private_keys", "sshKeys", "api_keys", "password2", "ssn_last_4", "passport1", "address_line_2", "line1",
            "passwordConfirmation", "cardholderName", "passes", "security_answer", "licence_token_2"])
        {
            yield return new(Some(14)) { Member = member };
        }

        yield return new($"{random.Next(1000, 9999)} 0{random.Next(1000, 9999)}") { Member = "mobile" };
        foreach (var phone in (string[])["phone2", "phone_home", "homePhone1", "mobile_numbers"])
            yield return new($"{random.Next(1000, 9999)}{random.Next(1000, 9999)}") { Member = phone };
        yield return new(string.Concat($"{random.Next(100000, 999999)}".Select(digit => (char)(digit - '0' + '\u0966'))))
        { Member = "pin" };
        yield return new($"ключ{Some(9)}") { Member = "password" };
        yield return new($"{1 + random.Next(90)} {Some(9)} Road") { Member = "billingAddress" };
        yield return new(string.Create(CultureInfo.InvariantCulture,
            $"19{random.Next(50, 99)}-0{1 + random.Next(9)}-1{random.Next(10)}"))
        { Member = "date_of_birth" };
        yield return new($"81.{random.Next(10, 255)}.{random.Next(10, 255)}.{random.Next(10, 255)}") { Member = "ip_address" };
        yield return new(new Guid([.. Enumerable.Range(0, 16).Select(_ => (byte)random.Next(256))]).ToString()) { Member = "session_id" };
    }
}
