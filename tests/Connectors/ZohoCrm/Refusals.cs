using System.Text.Json;
using Isthmus.Connectors.Http;
using Isthmus.Connectors.ZohoCrm;
using Isthmus.Core.Failures;
using Isthmus.Tests.Support;

namespace Isthmus.Connectors.Tests.ZohoCrm;

public sealed class Refusals
{
    private readonly ManualTime time = new();
    private readonly CrmErrors errors;

    public Refusals()
    {
        var credits = new CrmCredits(new ZohoCrmOptions(), time);
        errors = new CrmErrors(credits, new CrmThrottle(credits, time));
    }

    [Theory]
    [InlineData(401, "INVALID_TOKEN", FailureClass.Auth, "token-refused")]
    [InlineData(401, "AUTHENTICATION_FAILURE", FailureClass.Auth, "token-refused")]
    [InlineData(401, "OAUTH_SCOPE_MISMATCH", FailureClass.Auth, "not-authorised")]
    [InlineData(400, "INVALID_HOST", FailureClass.Auth, "wrong-host")]
    [InlineData(400, "INVALID_MODULE", FailureClass.Permanent, "INVALID_MODULE")]
    [InlineData(403, "NO_PERMISSION", FailureClass.Permanent, "NO_PERMISSION")]
    [InlineData(403, "FEATURE_NOT_SUPPORTED", FailureClass.Permanent, "FEATURE_NOT_SUPPORTED")]
    [InlineData(400, "MANDATORY_NOT_FOUND", FailureClass.Validation, "MANDATORY_NOT_FOUND")]
    [InlineData(400, "INVALID_DATA", FailureClass.Validation, "INVALID_DATA")]
    [InlineData(400, "DUPLICATE_DATA", FailureClass.Conflict, "DUPLICATE_DATA")]
    [InlineData(400, "RECORD_LOCKED", FailureClass.Locked, "RECORD_LOCKED")]
    [InlineData(400, "RECORD_IN_BLUEPRINT", FailureClass.Locked, "RECORD_IN_BLUEPRINT")]
    [InlineData(412, "ALREADY_MODIFIED", FailureClass.Conflict, "ALREADY_MODIFIED")]
    [InlineData(400, "REQUIRED_PARAM_MISSING", FailureClass.Bug, "REQUIRED_PARAM_MISSING")]
    [InlineData(400, "LIMIT_EXCEEDED", FailureClass.Bug, "LIMIT_EXCEEDED")]
    [InlineData(404, "INVALID_URL_PATTERN", FailureClass.Bug, "INVALID_URL_PATTERN")]
    [InlineData(400, "SYNTAX_ERROR", FailureClass.Bug, "SYNTAX_ERROR")]
    [InlineData(400, "EXPIRED_VALUE", FailureClass.Transient, "EXPIRED_VALUE")]
    [InlineData(404, "RESOURCE_NOT_FOUND", FailureClass.ReferenceMissing, "record-missing")]
    [InlineData(500, "INTERNAL_ERROR", FailureClass.Transient, "INTERNAL_ERROR")]
    [InlineData(429, "TOO_MANY_REQUESTS", FailureClass.Throttled, "TOO_MANY_REQUESTS")]
    [InlineData(400, "SOMETHING_NEW", FailureClass.Permanent, "SOMETHING_NEW")]
    public void Are_put_into_our_classes(int status, string code, FailureClass expected, string expectedCode)
    {
        var failure = Judge(status, $$"""{"code":"{{code}}","details":{},"message":"it is 'Ana' who is wrong","status":"error"}""")!.Failure;
        Assert.Equal((expected, expectedCode), (failure.Class, failure.Code));
        Assert.NotEmpty(failure.Cure);
        Assert.DoesNotContain("Ana", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401, FailureClass.Auth, "token-refused")]
    [InlineData(403, FailureClass.Permanent, "http-403")]
    [InlineData(404, FailureClass.Transient, "malformed-answer")]
    [InlineData(429, FailureClass.Throttled, "TOO_MANY_REQUESTS")]
    [InlineData(502, FailureClass.Transient, "http-502")]
    [InlineData(200, FailureClass.Transient, "malformed-answer")]
    public void Of_pages_that_are_no_JSON_go_by_the_status(int status, FailureClass expected, string code)
    {
        var failure = Judge(status, null)!.Failure;
        Assert.Equal((expected, code), (failure.Class, failure.Code));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"data":[]}""")]
    public void Are_no_word_on_the_record_where_they_hold_no_error(string body)
    {
        var failure = Judge(400, body)!.Failure;
        Assert.Equal((FailureClass.Transient, "malformed-answer"), (failure.Class, failure.Code));
    }

    [Theory]
    [InlineData("""{"api_name":"Phone","maximum_length":30}""", "The field Phone takes at most 30 characters.")]
    [InlineData("""{"api_name":"Amount","expected_data_type":"double"}""", "The field Amount must be of type double.")]
    [InlineData("""{"api_name":"Stage","supported_values":["Open","Won"]}""", "The field Stage takes only Open, Won.")]
    [InlineData("""{"api_name":"Email","regex":"^x$"}""", "The field Email is not written as the CRM wants it.")]
    public void Of_data_say_which_field_and_what_it_takes(string details, string message)
    {
        var (failure, _) = CrmFailures.Of("write", ScriptedCrm.Read(
            $$"""{"code":"INVALID_DATA","details":{{details}},"message":"invalid data","status":"error"}"""), 400);
        Assert.Equal((FailureClass.Validation, message), (failure.Class, failure.Message));
    }

    [Theory]
    [InlineData("\"Booth\"", "$.data[0].Stage", ", not 'Booth'.", "Add 'Booth' to the picklist of Stage in the CRM, or translate it in the mapping.")]
    [InlineData(
        "[\"Open\",\"Booth\",\"Stall\"]", "$.data[0].Stage", ", not 'Booth', 'Stall'.",
        "Add 'Booth', 'Stall' to the picklist of Stage in the CRM, or translate it in the mapping.")]
    [InlineData(
        "\"ana@example.net\"", "$.data[0].Stage", ", not '***'.",
        "Add '***' to the picklist of Stage in the CRM, or translate it in the mapping.")]
    [InlineData(
        "\"Booth\"", "$.data[0].Lines[1].Stage", "only Open, Won.",
        "Add the value to the field's picklist in the CRM, or translate it in the mapping.")]
    public void Of_a_choice_that_is_not_there_say_which(string sent, string path, string end, string cure)
    {
        var error = $$"""{"code":"INVALID_DATA","details":{"api_name":"Stage","supported_values":["Open","Won"],"json_path":"{{path}}"},"message":"invalid data","status":"error"}""";
        var (failure, _) = CrmFailures.Of("write", ScriptedCrm.Read(error), 400, ScriptedCrm.Read($$"""{"Stage":{{sent}}}"""));
        Assert.EndsWith(end, failure.Message, StringComparison.Ordinal);
        Assert.Equal(cure, failure.Cure);
    }

    [Fact]
    public void Of_a_text_that_is_too_long_say_how_long_it_is_and_not_what_it_says()
    {
        var (failure, _) = CrmFailures.Of("write", ScriptedCrm.Read(
            """{"code":"INVALID_DATA","details":{"api_name":"Phone","maximum_length":5,"json_path":"$.data[7].Phone"},"message":"invalid data","status":"error"}"""),
            400, ScriptedCrm.Read("""{"Phone":"5550100"}"""));
        Assert.Equal("The field Phone takes at most 5 characters, not 7.", failure.Message);
    }

    [Fact]
    public void Of_several_fields_name_each_of_them()
    {
        var (failure, _) = CrmFailures.Of("write", ScriptedCrm.Read("""
            {"code":"MULTIPLE_OR_MULTI_ERRORS","details":{"errors":[
              {"code":"INVALID_DATA","details":{"api_name":"Phone","maximum_length":30},"message":"invalid data","status":"error"},
              {"code":"MANDATORY_NOT_FOUND","details":{"api_name":"Last_Name"},"message":"required field not found","status":"error"}]},"status":"error"}
            """), 400);
        Assert.Contains("Phone", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Last_Name", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_too_many_calls_that_go_on_for_minutes_mean_that_the_credits_are_used_up()
    {
        const string body = """{"code":"TOO_MANY_REQUESTS","details":{},"message":"too many","status":"error"}""";
        Assert.Equal(TimeSpan.FromSeconds(2), Judge(429, body)!.Failure.RetryAfter);
        time.Advance(TimeSpan.FromMinutes(4));
        var parked = Judge(429, body)!.Failure;
        Assert.Equal((CrmThrottle.CreditsCode, TimeSpan.FromHours(1)), (parked.Code, parked.RetryAfter));
        Assert.Null(Judge(204, null));
        Assert.Equal("TOO_MANY_REQUESTS", Judge(429, body)!.Failure.Code);
    }

    [Theory]
    [InlineData(204, null)]
    [InlineData(304, null)]
    [InlineData(200, """{"data":[],"info":{}}""")]
    [InlineData(400, """{"data":[{"code":"DUPLICATE_DATA","details":{},"status":"error"}]}""")]
    [InlineData(202, """{"watch":[{"code":"NOT_SUBSCRIBED","details":{},"status":"error"}]}""")]
    public void Are_none_where_nothing_is_the_answer_or_each_result_speaks_for_itself(int status, string? body) =>
        Assert.Null(Judge(status, body));

    private Refusal? Judge(int status, string? body)
    {
        using var headers = new HttpResponseMessage();
        return errors.Judge(new ApiCall("call", HttpMethod.Post, "/"),
            new ApiAnswer(status, body is null ? null : JsonElement.Parse(body), headers.Headers, null));
    }
}
