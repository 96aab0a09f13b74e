using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Agents;

public sealed class When_the_line_fails_at_any_moment(Lanes lanes, ITestOutputHelper output)
    : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledAfter)]
    public Task There_is_one_of_everything_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new OneOrderOutbound(), Place.VendorCall, form, sampled: 7);

    [Theory]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledAfter)]
    public Task So_there_is_where_Sages_own_service_writes(Form form) =>
        SurvivesAsync(() => new OneOrderOverSoap(), Place.VendorCall, form, sampled: 13);
}
