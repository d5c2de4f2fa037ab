namespace Recoup.Typed.Transport;

internal readonly record struct RequestParameter(RequestParameterPlace Place, string Name, string Value);
