namespace Recoup.Emulator.Core.Outcomes;

/// <summary>An answer that is not the API's: broken JSON, the HTML of a proxy, the wrong shape.</summary>
internal sealed class AnswersAsIs(string name, int status, string contentType, string body) : Outcome
{
    public override string Name => name;

    public override bool Executes => status < 400;

    public override bool IsFault => true;

    public override ApiAnswer Answer(OutcomeContext context) => ApiAnswer.Text(status, contentType, body);
}
