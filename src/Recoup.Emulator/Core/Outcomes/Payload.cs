using System.Text.Json;
using Recoup.Emulator.Core.Requests;

namespace Recoup.Emulator.Core.Outcomes;

/// <summary>Code of a test that supplies a payload.</summary>
/// <param name="parameters">The parameters of the call.</param>
/// <param name="lifetime">Ends the wait for the payload.</param>
/// <exception cref="RecoupEmulatorException">The code threw.</exception>
/// <exception cref="OperationCanceledException">The request ended first.</exception>
internal delegate ValueTask<JsonElement> Payload(JsonElement parameters, RequestLifetime lifetime);
