using Isthmus.Flows.Tests.Crash;
using Xunit.Abstractions;

namespace Isthmus.Flows.Tests.Sage100ToCrm;

public sealed class When_a_look_at_Sage_fails_at_any_moment(Lanes lanes, ITestOutputHelper output)
    : AtAnyMoment(lanes, output), IClassFixture<Lanes>
{
    [Theory]
    [InlineData(Form.AnswerLost)]
    [InlineData(Form.KilledAfter)]
    public Task There_is_one_record_a_key_and_no_line_twice_after_the_nth_vendor_call(Form form) =>
        SurvivesAsync(() => new OneMorning(), Place.VendorCall, form, sampled: 23);

    [Theory]
    [InlineData(Form.KilledBefore)]
    [InlineData(Form.KilledAfter)]
    public Task There_is_one_record_a_key_and_no_line_twice_after_the_nth_write(Form form) =>
        SurvivesAsync(() => new OneMorning(), Place.Write, form, sampled: 67);
}
