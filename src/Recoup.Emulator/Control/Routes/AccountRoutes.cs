using System.Text.Json;
using Recoup.Emulator.Control.Calls;
using Recoup.Emulator.Core.Responses;
using Recoup.Emulator.Worlds;

namespace Recoup.Emulator.Control.Routes;

/// <summary>Accounts, their access to each other, their connections, and authorizations.</summary>
internal static class AccountRoutes
{
    public static IReadOnlyList<ControlRoute> All { get; } =
    [
        new("GET", "/_recoup/accounts", List),
        new("POST", "/_recoup/accounts", Add),
        new("GET", "/_recoup/accounts/{account}", call => Show(call, call.Account(), 200)),
        new("DELETE", "/_recoup/accounts/{account}/credentials", Revoke),
        new("PUT", "/_recoup/accounts/{account}/access/{target}", SetAccess) { Body = ControlBody.Json },
        new("PUT", "/_recoup/accounts/{account}/upstream", SetUpstream) { Body = ControlBody.Json },
        new("GET", "/_recoup/accounts/{account}/connections", Connections),
        new("GET", "/_recoup/accounts/{account}/connections/{connector}", Connection),
        new("PUT", "/_recoup/accounts/{account}/connections/{connector}", SetConnection) { Body = ControlBody.Json },
        new("POST", "/_recoup/authorizations", Authorize) { Body = ControlBody.Json },
    ];

    private static ApiResponse List(ControlCall call) => ControlCall.Json(writer =>
    {
        writer.WriteStartArray();
        foreach (var account in call.Engine.State.Accounts)
            Write(writer, call, account);
        writer.WriteEndArray();
    });

    private static ApiResponse Add(ControlCall call) => call.Engine.State.Accounts.Count < WorldLimits.Accounts
        ? Show(call, call.Engine.State.AddAccount(), 201)
        : throw new ControlProblem(409, $"The emulator has {WorldLimits.Accounts} accounts, and cannot take more. Reset it first.");

    private static ApiResponse Show(ControlCall call, EmulatedAccount account, int status) =>
        ControlCall.Json(writer => Write(writer, call, account), status);

    private static ApiResponse Revoke(ControlCall call)
    {
        call.Engine.State.RevokeCredentials(call.Account());
        return ControlCall.Done;
    }

    private static ApiResponse SetAccess(ControlCall call)
    {
        var (caller, target) = (call.Account(), call.Account("target"));
        if (caller == target)
            throw new ControlProblem(400, "An account always has full access to itself.");
        call.Engine.State.Allow(caller, target, call.ReadMember("the access", "access", value => value.OneOf<AccountAccess>()));
        return ControlCall.Done;
    }

    private static ApiResponse SetUpstream(ControlCall call)
    {
        var account = call.Account();
        call.Engine.State.SetUpstreamDown(account, BehaviorRoutes.ReadIsDown(call));
        return ControlCall.Done;
    }

    private static ApiResponse Connections(ControlCall call)
    {
        var account = call.Account();
        return ControlCall.Json(writer =>
        {
            writer.WriteStartArray();
            foreach (var connector in call.Engine.Services.KnownConnectors.Order(StringComparer.Ordinal))
                Write(writer, connector, StateOf(call, account, connector));
            writer.WriteEndArray();
        });
    }

    private static ApiResponse Connection(ControlCall call)
    {
        var (account, connector) = (call.Account(), call.Connector);
        return ControlCall.Json(writer => Write(writer, connector, StateOf(call, account, connector)));
    }

    private static ApiResponse SetConnection(ControlCall call)
    {
        var (account, connector) = (call.Account(), call.Connector);
        call.Engine.State.SetConnection(
            account, connector, call.ReadMember("the connection", "state", value => value.OneOf<ConnectionState>()));
        return ControlCall.Done;
    }

    private static ApiResponse Authorize(ControlCall call)
    {
        string? url = null;
        call.ReadBody("the authorization", [new("redirectUrl", value => url = value.Text("a redirect URL"))], "redirectUrl");
        var redirect = Uri.TryCreate(url, UriKind.Absolute, out var parsed)
            ? parsed
            : throw new ControlProblem(400, "/redirectUrl: expected an absolute URL.");
        try
        {
            var address = call.Engine.State.CompleteAuthorization(redirect);
            return ControlCall.Json(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("returnUrl", address.AbsoluteUri);
                writer.WriteEndObject();
            });
        }
        catch (RecoupEmulatorException exception)
        {
            throw new ControlProblem(404, exception.Message);
        }
    }

    private static void Write(Utf8JsonWriter writer, ControlCall call, EmulatedAccount account)
    {
        writer.WriteStartObject();
        writer.WriteString("id", account.Id);
        if (account.Name is not null)
            writer.WriteString("name", account.Name);
        writer.WriteBoolean("isDefault", account == call.Engine.State.Default);
        writer.WriteString("apiKey", account.ApiKey);
        writer.WriteString("accessToken", account.AccessToken);
        writer.WriteString("credentials", call.Engine.State.IsRevoked(account) ? "revoked" : "valid");
        writer.WriteString("upstream", call.Engine.State.IsUpstreamDownFor(account) ? "down" : "up");
        writer.WriteEndObject();
    }

    private static ConnectionState StateOf(ControlCall call, EmulatedAccount account, string connector) =>
        call.Engine.State.FindConnection(account, connector)?.State ?? ConnectionState.None;

    private static void Write(Utf8JsonWriter writer, string connector, ConnectionState state)
    {
        writer.WriteStartObject();
        writer.WriteString("connector", connector);
        writer.WriteString("state", JsonNamingPolicy.CamelCase.ConvertName($"{state}"));
        writer.WriteEndObject();
    }
}
