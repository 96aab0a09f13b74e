using System.Net;
using System.Text;
using System.Text.Json;

namespace Isthmus.Fuzz;

/// <summary>
/// Answers calls to vendors as they were once answered, or spoiled, by the dice of the input that is tried on this flow of control.
/// </summary>
internal sealed class SpoiledAnswers : DelegatingHandler
{
    private static readonly AsyncLocal<Dice?> Current = new();
    private static readonly int[] Statuses = [200, 200, 201, 204, 301, 400, 401, 403, 404, 409, 418, 429, 500, 502, 503];
    private static readonly ILookup<string, KeptAnswer> Kept =
        JsonSerializer.Deserialize<List<KeptAnswer>>(CorpusFile.Read("answers.json"))!.ToLookup(answer => answer.Shape);

    /// <summary>The payment that the answers speak of.</summary>
    public static string Intent { get; } = JsonElement.Parse(Kept["GET /v1/payment_intents/*"].First().Body).GetProperty("id").GetString()!;

    /// <summary>Answers of this flow of control are spoiled by these dice; null leaves them as they are.</summary>
    public static void Spoil(Dice? dice) => Current.Value = dice;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var sent = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var shape = CallShape.Of(request.Method, request.RequestUri!, sent);
        var dice = Current.Value;
        var known = Kept[shape].ToList();
        if (known.Count == 0)
        {
            return Answer(404,
                "{\"error\":{\"type\":\"invalid_request_error\",\"code\":\"resource_missing\",\"message\":\"No such thing\"}}"u8.ToArray());
        }
        var answer = dice is null ? known[0] : dice.One(known);
        var body = Encoding.UTF8.GetBytes(answer.Body);
        return dice is null || !dice.OnceIn(2) ? Answer(answer.Status, body) : Spoiled(answer.Status, body, dice);
    }

    private static HttpResponseMessage Spoiled(int status, byte[] body, Dice dice)
    {
        if (dice.OnceIn(40)) throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer was lost.");
        var answer = Answer(dice.OnceIn(8) ? dice.One(Statuses) : status, JsonMutations.Of(body, dice));
        if (dice.OnceIn(20)) answer.Headers.TryAddWithoutValidation("Retry-After", OddTexts.Any(dice));
        if (dice.OnceIn(20)) answer.Headers.TryAddWithoutValidation("Stripe-Should-Retry", dice.OnceIn(2) ? "true" : OddTexts.Any(dice));
        if (dice.OnceIn(20)) answer.Content.Headers.ContentType = null;
        return answer;
    }

    private static HttpResponseMessage Answer(int status, byte[] body)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) };
        answer.Content.Headers.ContentType = new("application/json");
        return answer;
    }
}
